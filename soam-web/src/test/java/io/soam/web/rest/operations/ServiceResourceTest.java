package io.soam.web.rest.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceResourceTest {

    @Test
    void links_areBelowTheContextRoot() {
        assertThat(ServiceResource.service("/city", "1.2.3"))
                .isEqualTo(
                        new ServiceResource.Service(
                                "SOAM",
                                "1.2.3",
                                new ServiceResource.Links(
                                        "/city/api/docs",
                                        "/city/api/openapi",
                                        "/city/api/health",
                                        "/city/api/ready")));
    }
}
