package io.soam.stack.part;

import io.soam.stack.home.Installation;
import io.soam.stack.home.Server;
import io.soam.stack.process.Launch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program that measures a stack. It is no part: it comes and goes with its command. */
public final class Bench {

    /** Its times of acknowledgement must not be those of its own collector. */
    private static final int HEAP = 512;

    private Bench() {}

    /** How it is started, with the arguments that its user has given. */
    public static Launch launch(Installation stack, List<String> arguments) throws StackException {
        if (!stack.checkout().bench().toFile().exists()) {
            throw new StackException(
                    "The bench is not built. Build it: ./soam --build bench --help");
        }
        Map<String, String> environment = new HashMap<>(ServerEnvironment.of(stack, Server.FIRST));
        environment.put("SOAM_BENCH_STACK_HOME", stack.home().directory().toString());
        return new Launch(
                stack.home().directory(),
                JavaCommand.withHeap(HEAP)
                        .jar(stack.checkout().bench(), arguments.toArray(String[]::new)),
                environment);
    }
}
