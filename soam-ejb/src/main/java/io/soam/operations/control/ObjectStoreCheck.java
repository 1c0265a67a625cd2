package io.soam.operations.control;

import io.soam.lake.control.ObjectStore;
import io.soam.lake.control.ObjectStoreException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks the object store for the bucket. */
@ApplicationScoped
class ObjectStoreCheck implements PartCheck {

    @Inject ObjectStore store;

    @Override
    public Part part() {
        return Part.OBJECT_STORE;
    }

    @Override
    public String check() throws ObjectStoreException {
        store.check();
        return "Bucket " + store.bucket();
    }
}
