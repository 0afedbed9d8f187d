// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown;

/// The program's entry.
public final class Hometown {
    private Hometown() {}

    /// Starts it.
    public static void main(String[] args) {
        System.out.println("Hometown");
    }
}
