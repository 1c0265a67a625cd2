package io.soam.devices.control;

import io.soam.devices.entity.Device;
import io.soam.domain.enrichment.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;

/** Which streams may enter silver now. */
@ApplicationScoped
@Transactional
public class DeviceAdmission {

    @PersistenceContext EntityManager entities;

    /** The admission that the enabled devices give. */
    public Admission current() {
        List<Device> enabled =
                entities.createNamedQuery(Device.ENABLED, Device.class).getResultList();
        return new Admission(
                enabled.stream().anyMatch(Device::isWildcard),
                enabled.stream()
                        .filter(device -> !device.isWildcard())
                        .map(Device::getIngestionId)
                        .collect(Collectors.toSet()));
    }
}
