// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.hometown.domain.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class JobsTest {
    @Test
    void aJobTellsItsPhasesAndItsResult() {
        Jobs jobs = new Jobs(Runnable::run);
        List<String> seen = new ArrayList<>();
        jobs.watch(job -> seen.add(
                job.title() + " " + job.status().stage() + " " + job.status().phase()));
        Job<Integer> job = jobs.start("Count", progress -> {
            progress.phase("counting", 10);
            return 42;
        });
        assertThat(job.await()).isEqualTo(42);
        assertThat(seen).containsExactly("Count RUNNING ", "Count RUNNING counting", "Count DONE counting");
        assertThat(job.status().fraction()).isEqualTo(1);
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void aFailureReachesWhoeverWaits() {
        Jobs jobs = new Jobs(Runnable::run);
        Job<Object> job = jobs.start("Fail", _ -> {
            throw new InputException("file", "is broken", "Mend it.");
        });
        assertThat(job.status().stage()).isEqualTo(Job.Stage.FAILED);
        assertThatThrownBy(job::await).isInstanceOf(InputException.class).hasMessage("file: is broken. Mend it.");
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void aCancelStopsTheWorkAtItsNextStep() throws InterruptedException {
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Jobs jobs = new Jobs(executor);
            CountDownLatch begun = new CountDownLatch(1);
            Job<Object> job = jobs.start("For ever", progress -> {
                progress.phase("turning", 0);
                begun.countDown();
                for (long i = 0; ; i++) {
                    progress.done(i);
                }
            });
            begun.await();
            job.cancel();
            assertThatThrownBy(job::await).isInstanceOf(CancellationException.class);
            assertThat(job.status().stage()).isEqualTo(Job.Stage.CANCELLED);
        }
    }

    @Test
    void aJobCancelledBeforeItsTurnNeverRuns() {
        List<Runnable> queue = new ArrayList<>();
        Jobs jobs = new Jobs(queue::add);
        List<String> ran = new ArrayList<>();
        Job<Object> job = jobs.start("Later", _ -> {
            ran.add("ran");
            return "";
        });
        job.cancel();
        queue.getFirst().run();
        assertThat(job.status().stage()).isEqualTo(Job.Stage.CANCELLED);
        assertThat(ran).isEmpty();
    }
}
