// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldMapTest {
    @ParameterizedTest
    @ValueSource(strings = {"world-110m.bin", "world-50m.bin", "world-10m.bin", "lakes-110m.bin", "lakes-10m.bin"})
    void boundsAreThoseOfTheProjectedPoints(String name) {
        Topology topology = WorldMap.topology(name);
        List<int[]> chains = new ArrayList<>(topology.rings());
        for (int arc = 0; arc < topology.arcs().size(); arc++) {
            chains.add(new int[] {arc});
        }
        assertThat(chains).hasSizeGreaterThan(50);
        for (int[] chain : chains) {
            float[] points = WorldMap.project(topology, chain);
            WorldMap.Extent extent = WorldMap.Extent.of(topology, chain);
            assertThat(extent.bounds()).isEqualTo(Outline.Bounds.of(points));
            // What the closing of a ring takes for a way round a pole.
            assertThat(extent.roundPole()).isEqualTo(WorldMap.closed(points).length > points.length);
        }
    }
}
