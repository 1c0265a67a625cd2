package io.soam.devices.boundary;

import io.soam.devices.control.DevicesChanged;
import io.soam.devices.entity.Device;
import io.soam.devices.entity.Sensitivity;
import io.soam.platform.boundary.NotPermittedException;
import io.soam.platform.boundary.Page;
import io.soam.platform.boundary.PageRequest;
import io.soam.platform.boundary.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;

/** Registers devices and lists them. */
@Stateless
public class Devices {

    @PersistenceContext EntityManager entities;

    @Resource SessionContext session;

    @Inject Clock clock;

    @Inject Event<DevicesChanged> changes;

    /** Devices, newest first. */
    @RolesAllowed(Roles.VIEWER)
    public Page<DeviceView> list(@Valid PageRequest request) {
        long total = entities.createNamedQuery(Device.COUNT, Long.class).getSingleResult();
        return new Page<>(
                entities.createNamedQuery(Device.NEWEST_FIRST, Device.class)
                        .setFirstResult(request.offset())
                        .setMaxResults(request.pageSize())
                        .getResultStream()
                        .map(DeviceView::of)
                        .toList(),
                total,
                request.page(),
                request.pageSize());
    }

    /**
     * Registers a device, or describes the one that its stream has already.
     *
     * @throws NotPermittedException if a level that only administrators may give or take is
     *     involved
     */
    @RolesAllowed(Roles.USER)
    public DeviceView register(@Valid DeviceRegistration registration) {
        String caller = session.getCallerPrincipal().getName();
        Optional<Device> known = find(registration.ingestionId());
        Device device =
                known.orElseGet(
                        () -> new Device(registration.ingestionId(), caller, clock.instant()));
        Sensitivity level = Sensitivity.of(registration.sensitivity()).orElse(Sensitivity.INTERNAL);
        requireRight(known.map(Device::getSensitivity).orElse(level), level);
        device.describe(
                registration.name(),
                registration.description(),
                registration.isEnabled(),
                level,
                registration.retention(),
                caller,
                clock.instant());
        entities.persist(device);
        entities.flush();
        changes.fire(new DevicesChanged(caller, "device " + device.getId() + " registered"));
        return DeviceView.of(device);
    }

    private Optional<Device> find(String ingestionId) {
        TypedQuery<Device> query =
                ingestionId == null
                        ? entities.createNamedQuery(Device.WILDCARD, Device.class)
                        : entities.createNamedQuery(Device.BY_INGESTION_ID, Device.class)
                                .setParameter("ingestionId", ingestionId);
        return query.getResultStream().findFirst();
    }

    private void requireRight(Sensitivity before, Sensitivity after) {
        boolean reserved = before.isForAdministrators() || after.isForAdministrators();
        if (reserved && !session.isCallerInRole(Roles.ADMIN)) {
            throw new NotPermittedException(
                    "Only an administrator may register or change a device whose data is confidential or"
                            + " restricted. Ask one, or choose public or internal.");
        }
    }
}
