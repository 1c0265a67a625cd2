package io.soam.operations.control;

import io.soam.city.control.CityGraph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks Neo4j. */
@ApplicationScoped
class GraphCheck implements PartCheck {

    @Inject CityGraph graph;

    @Override
    public Part part() {
        return Part.GRAPH;
    }

    @Override
    public String check() {
        graph.check();
        return "Neo4j at " + graph.address();
    }
}
