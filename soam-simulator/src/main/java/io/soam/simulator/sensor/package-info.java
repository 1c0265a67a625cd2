/** What all simulated sensors have in common: seeded chance, slow drift, how they write values. */
package io.soam.simulator.sensor;
