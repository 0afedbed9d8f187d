// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayerStackTest {
    @Test
    void aStackReadsBackFromItsNames() {
        LayerStack stack = LayerStack.FIRST
                .with(MapLayer.CITIES, true)
                .with(MapLayer.STREAMS, false)
                .moved(MapLayer.USERS, true)
                .moved(MapLayer.PINS, false);
        assertThat(LayerStack.ofNames(stack.names())).isEqualTo(stack);
    }

    @Test
    void namesOfAnotherVersionLeaveAWholeStack() {
        LayerStack stack = LayerStack.ofNames(List.of("pins", "traffic", "-users", "users", "stream-density"));
        assertThat(stack.order()).containsExactlyInAnyOrder(MapLayer.values());
        assertThat(stack.order().subList(0, 2)).containsExactly(MapLayer.USERS, MapLayer.STREAM_DENSITY);
        assertThat(stack.order().get(5)).isEqualTo(MapLayer.PINS);
        assertThat(stack.shows(MapLayer.USERS)).isFalse();
        assertThat(stack.shows(MapLayer.STREAM_DENSITY)).isTrue();
        assertThat(stack.shows(MapLayer.STREAMS)).isTrue();
        assertThat(LayerStack.ofNames(List.of())).isEqualTo(LayerStack.FIRST);
    }

    @Test
    void layersMoveAmongTheirKindOnly() {
        LayerStack stack = LayerStack.FIRST.moved(MapLayer.USERS, true);
        assertThat(stack.points()).containsExactly(MapLayer.STREAMS, MapLayer.USERS);
        assertThat(stack.moved(MapLayer.DISAGREEMENT, true)).isEqualTo(stack);
        assertThat(stack.moved(MapLayer.CITIES, false)).isEqualTo(stack);
        assertThat(stack.moved(MapLayer.PINS, true)).isEqualTo(stack);
    }

    @Test
    void aStackWithoutALayerOrWithPinsBelowPointsIsRefused() {
        List<MapLayer> order = new ArrayList<>(LayerStack.FIRST.order());
        assertThatThrownBy(() -> new LayerStack(order.subList(1, order.size()), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LayerStack(order.reversed(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ringsDoubleUpToTheRadiusThatWasFound() {
        assertThat(MapSelection.rings(OptionalDouble.of(100), OptionalDouble.of(800)))
                .containsExactly(100.0, 200.0, 400.0);
        assertThat(MapSelection.rings(OptionalDouble.of(250), OptionalDouble.of(250)))
                .isEmpty();
        assertThat(MapSelection.rings(OptionalDouble.empty(), OptionalDouble.empty()))
                .isEmpty();
        assertThat(MapSelection.rings(OptionalDouble.of(8000), OptionalDouble.empty()))
                .containsExactly(8000.0, 16000.0);
        assertThat(MapSelection.rings(OptionalDouble.of(0), OptionalDouble.of(1)))
                .isEmpty();
    }
}
