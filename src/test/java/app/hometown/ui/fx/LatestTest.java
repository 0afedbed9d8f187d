// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> foreground = new ArrayDeque<>();
    private final List<String> begun = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Executor inBackground = background::add;
    private final Executor inForeground = foreground::add;
    private final Latest latest =
            new Latest(inBackground, inForeground, error -> failures.add(String.valueOf(error.getMessage())));

    @Test
    void anOlderRequestThatHasNotBegunIsNeverBegun() {
        ask("old");
        ask("new");
        run(background, 2);
        run(foreground, 1);
        assertThat(begun).containsExactly("new");
        assertThat(shown).containsExactly("new");
    }

    @Test
    void theAnswerOfAnOlderRequestIsDropped() {
        ask("old");
        run(background, 1);
        ask("new");
        run(foreground, 1);
        assertThat(shown).isEmpty();
        run(background, 1);
        run(foreground, 1);
        assertThat(begun).containsExactly("old", "new");
        assertThat(shown).containsExactly("new");
    }

    @Test
    void aFailureOfTheNewestIsShownAndOfAnOlderOneIsNot() {
        fail("old");
        run(background, 1);
        fail("new");
        run(background, 1);
        run(foreground, 2);
        assertThat(failures).containsExactly("new");
    }

    @Test
    void whatWasDroppedShowsNothing() {
        ask("one");
        run(background, 1);
        latest.drop();
        run(foreground, 1);
        assertThat(shown).isEmpty();
    }

    private void ask(String name) {
        latest.request(
                () -> {
                    begun.add(name);
                    return name;
                },
                shown::add);
    }

    private void fail(String name) {
        latest.request(
                () -> {
                    throw new IllegalStateException(name);
                },
                value -> shown.add(String.valueOf(value)));
    }

    private static void run(Deque<Runnable> queue, int count) {
        for (int i = 0; i < count; i++) {
            queue.remove().run();
        }
    }
}
