package io.soam.sparkconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatewayApiTest {

    private static final List<Class<?>> API =
            List.of(
                    LakeSession.class,
                    LakeEndpoint.class,
                    LakeQuery.class,
                    LakeCommand.class,
                    LakeRows.class,
                    LakeQueryException.class,
                    LakeConflictException.class,
                    LakeUnavailableException.class);

    @Test
    void offersNothingButTypesOfTheJdkAndItsOwn() {
        assertThat(API.stream().flatMap(GatewayApiTest::typesOfPublicMethods))
                .as("types that callers outside the module must load")
                .allSatisfy(
                        type ->
                                assertThat(
                                                type.isPrimitive()
                                                        || API.contains(type)
                                                        || isOfJdk(type))
                                        .as("%s is of the JDK or of the gateway", type)
                                        .isTrue());
    }

    @Test
    void anEndpointKeepsItsTokenToItself() {
        assertThat(new LakeEndpoint("127.0.0.1", 15002, "alice", "s3cret"))
                .hasToString("sc://127.0.0.1:15002 as alice");
    }

    @Test
    void aMissingColumnIsNamed() {
        LakeRows rows = new LakeRows(List.of("a", "b"), List.of(), false);

        assertThat(rows.column("b")).isEqualTo(1);
        assertThatThrownBy(() -> rows.column("c")).hasMessage("No column 'c' in [a, b]");
    }

    private static Stream<Class<?>> typesOfPublicMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .flatMap(GatewayApiTest::types);
    }

    private static Stream<Class<?>> types(Method method) {
        return Stream.concat(
                Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes()));
    }

    private static boolean isOfJdk(Class<?> type) {
        return type.isArray() || type.getPackageName().startsWith("java.");
    }
}
