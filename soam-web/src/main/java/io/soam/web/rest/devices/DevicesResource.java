package io.soam.web.rest.devices;

import io.soam.devices.boundary.DeviceView;
import io.soam.devices.boundary.Devices;
import io.soam.platform.boundary.Roles;
import io.soam.web.rest.Envelope;
import io.soam.web.rest.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Devices: whose data may enter silver. */
@Path("/devices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
public class DevicesResource {

    @Inject Devices devices;

    /** Devices, newest first. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Lists devices, newest first")
    public Envelope<List<DeviceView>> list(@BeanParam @Valid Paging paging) {
        return Envelope.of(devices.list(paging.request()));
    }

    /** Registers a device, or describes the one that its stream has already. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.USER)
    @Operation(
            summary = "Registers a device, or describes the one that its stream has already",
            description = "Without ingestion_id it is the wildcard, which lets every stream in.")
    public Envelope<DeviceView> register(
            @NotNull(message = "Send the device as JSON.") DevicePayload device) {
        return Envelope.of(devices.register(device.registration()), "The device is registered.");
    }
}
