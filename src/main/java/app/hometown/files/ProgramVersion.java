// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.files;

/// The version of the program: that of the build, which packaging writes into the manifest of the jar.
public final class ProgramVersion {
    /// What stands for the version where the program is not packaged.
    public static final String DEVELOPMENT = "dev";

    private ProgramVersion() {}

    /// The version, such as `0.1.0`, or [#DEVELOPMENT].
    public static String get() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? DEVELOPMENT : version;
    }
}
