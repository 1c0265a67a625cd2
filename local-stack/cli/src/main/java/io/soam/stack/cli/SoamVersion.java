package io.soam.stack.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the build. */
final class SoamVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"SOAM " + SoamCommand.class.getPackage().getImplementationVersion()};
    }
}
