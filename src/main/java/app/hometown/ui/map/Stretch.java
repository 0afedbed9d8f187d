// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.map;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Squares of some layers brought to another scale in one picture of the screen's own pixels: each pixel is the nearest
/// of the squares', or lies between them after a jump to a far closer view. Costs some 2 ns a pixel; the pipeline that
/// draws without a graphics card takes 20 for each layer that it scales, but copies a picture at once.
final class Stretch {
    /// Pixels that are enlarged more than this are seen as squares.
    private static final double MOST_ENLARGED = 2.5;

    private final ImageView view = new ImageView();
    private @Nullable Picture front;
    private @Nullable Picture back;

    /// Squares of a layer.
    ///
    /// @param blocks their zoom
    /// @param unitX of the middle of the view, in the copy of the world that they are numbered in
    /// @param pixels of a square, null where there are none
    record Source(Blocks blocks, double unitX, Function<Blocks.Place, int @Nullable []> pixels) {}

    /// Pixels and the image that shows them. Written while it is not on the screen: the screen's thread reads the one
    /// before meanwhile.
    private static final class Picture {
        private final int width;
        private final int height;
        private final int[] argb;
        private final PixelBuffer<IntBuffer> buffer;
        private final WritableImage image;

        Picture(int width, int height) {
            this.width = width;
            this.height = height;
            argb = new int[width * height];
            buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(buffer);
        }
    }

    /// Where the pixels of a view lie among the squares of a layer.
    private static final class Mapping {
        private final Source source;
        private final double left;
        private final double top;
        private final double step;
        private int[] upper = new int[0];
        private int[] lower = new int[0];
        private long upperAt = Long.MIN_VALUE;
        private final int firstColumn;
        private final int[] columns;
        private final int[] ends;
        private final int[] inSquare;
        private final List<int @Nullable []> row = new ArrayList<>();
        private int rowOf = Integer.MIN_VALUE;
        private int offset;

        Mapping(Source source, MapCamera camera, double scale, int width) {
            this.source = source;
            double world = source.blocks.worldPixels();
            step = world / (camera.worldSize() * scale);
            top = camera.y() * world - (camera.height() / 2 * scale - 0.5) * step;
            left = source.unitX * world - (camera.width() / 2 * scale - 0.5) * step;
            inSquare = new int[width];
            columns = new int[width];
            for (int x = 0; x < width; x++) {
                long at = (long) Math.floor(left + x * step);
                columns[x] = (int) Math.floorDiv(at, Blocks.SIDE);
                inSquare[x] = Math.floorMod(at, Blocks.SIDE);
            }
            firstColumn = columns[0];
            ends = new int[columns[width - 1] - firstColumn + 1];
            for (int x = 0; x < width; x++) {
                ends[columns[x] - firstColumn] = x + 1;
            }
        }

        long at(int y) {
            return (long) Math.floor(top + y * step);
        }

        void go(long at) {
            int to = (int) Math.floorDiv(at, Blocks.SIDE);
            offset = Math.floorMod(at, Blocks.SIDE) * Blocks.SIDE;
            if (to != rowOf) {
                rowOf = to;
                row.clear();
                for (int i = 0; i < ends.length; i++) {
                    row.add(source.pixels.apply(new Blocks.Place(firstColumn + i, to)));
                }
            }
        }

        /// Writes a row of the view.
        void write(int[] argb, int start) {
            int x = 0;
            for (int i = 0; i < ends.length; i++) {
                int[] square = row.get(i);
                if (square == null) {
                    Arrays.fill(argb, start + x, start + Math.max(x, ends[i]), 0);
                } else {
                    for (int to = x; to < ends[i]; to++) {
                        argb[start + to] = square[offset + inSquare[to]];
                    }
                }
                x = Math.max(x, ends[i]);
            }
        }

        boolean isCoarse() {
            return step * MOST_ENLARGED < 1;
        }

        /// Draws a row of the view with pixels between those of the squares.
        void blendSmooth(int[] argb, int start, int y) {
            double middle = top + y * step - 0.5;
            long at = (long) Math.floor(middle);
            long first = (long) Math.floor(left - 0.5);
            int count = (int) Math.ceil(columns.length * step) + 3;
            if (upper.length != count) {
                upper = new int[count];
                lower = new int[count];
            }
            if (at != upperAt) {
                upperAt = at;
                read(at, first, upper);
                read(at + 1, first, lower);
            }
            int down = (int) ((middle - at) * 256);
            for (int x = 0; x < columns.length; x++) {
                double place = left - 0.5 + x * step - first;
                int pixel = (int) place;
                int right = (int) ((place - pixel) * 256);
                int above = between(
                        between(upper[pixel], upper[pixel + 1], right),
                        between(lower[pixel], lower[pixel + 1], right),
                        down);
                if (above != 0) {
                    argb[start + x] = Ramp.over(above, argb[start + x]);
                }
            }
        }

        /// Reads pixels of a row of the world.
        private void read(long at, long first, int[] line) {
            int square = (int) Math.floorDiv(at, Blocks.SIDE);
            int from = Math.floorMod(at, Blocks.SIDE) * Blocks.SIDE;
            for (int i = 0; i < line.length; ) {
                int column = (int) Math.floorDiv(first + i, Blocks.SIDE);
                int offset = Math.floorMod(first + i, Blocks.SIDE);
                int length = Math.min(line.length - i, Blocks.SIDE - offset);
                int[] pixels = source.pixels.apply(new Blocks.Place(column, square));
                if (pixels == null) {
                    Arrays.fill(line, i, i + length, 0);
                } else {
                    System.arraycopy(pixels, from + offset, line, i, length);
                }
                i += length;
            }
        }

        private static int between(int one, int other, int part) {
            int odd = ((one >>> 8) & 0xFF00FF) * (256 - part) + ((other >>> 8) & 0xFF00FF) * part;
            int even = (one & 0xFF00FF) * (256 - part) + (other & 0xFF00FF) * part;
            return (odd & 0xFF00FF00) | ((even >>> 8) & 0xFF00FF);
        }

        /// Draws over a row of the view.
        void blend(int[] argb, int start) {
            int x = 0;
            for (int i = 0; i < ends.length; i++) {
                int[] square = row.get(i);
                if (square != null) {
                    for (int to = x; to < ends[i]; to++) {
                        int above = square[offset + inSquare[to]];
                        if (above != 0) {
                            argb[start + to] = Ramp.over(above, argb[start + to]);
                        }
                    }
                }
                x = Math.max(x, ends[i]);
            }
        }
    }

    /// What shows the picture.
    ImageView view() {
        return view;
    }

    /// Lets go of the picture.
    void release() {
        view.setImage(null);
        front = null;
        back = null;
    }

    /// Draws and shows a view. Where no layer has anything it is transparent.
    ///
    /// @param sources the layers, the lowest first, at least one
    /// @param scale device pixels a logical pixel
    void draw(List<Source> sources, MapCamera camera, double scale) {
        int width = (int) Math.ceil(camera.width() * scale);
        int height = (int) Math.ceil(camera.height() * scale);
        Picture picture = back;
        if (picture == null || picture.width != width || picture.height != height) {
            picture = new Picture(width, height);
        }
        back = front;
        front = picture;
        draw(
                sources.stream()
                        .map(source -> new Mapping(source, camera, scale, width))
                        .toList(),
                picture);
        picture.buffer.updateBuffer(unused -> null);
        view.setImage(picture.image);
        // A picture of the screen's own pixels is copied, not scaled.
        view.setFitWidth(scale == 1 ? 0 : width / scale);
        view.setFitHeight(scale == 1 ? 0 : height / scale);
    }

    private static void draw(List<Mapping> layers, Picture picture) {
        int width = picture.width;
        long[] drawn = new long[layers.size()];
        if (layers.stream().anyMatch(Mapping::isCoarse)) {
            Arrays.fill(picture.argb, 0);
            for (int y = 0; y < picture.height; y++) {
                for (Mapping layer : layers) {
                    layer.blendSmooth(picture.argb, y * width, y);
                }
            }
            return;
        }
        for (int y = 0; y < picture.height; y++) {
            boolean same = y > 0;
            for (int n = 0; n < drawn.length; n++) {
                long at = layers.get(n).at(y);
                same &= at == drawn[n];
                drawn[n] = at;
            }
            if (same) {
                System.arraycopy(picture.argb, (y - 1) * width, picture.argb, y * width, width);
                continue;
            }
            for (int n = 0; n < drawn.length; n++) {
                Mapping layer = layers.get(n);
                layer.go(drawn[n]);
                if (n == 0) {
                    layer.write(picture.argb, y * width);
                } else {
                    layer.blend(picture.argb, y * width);
                }
            }
        }
    }
}
