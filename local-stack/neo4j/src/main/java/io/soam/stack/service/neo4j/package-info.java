/** The graph database as a process. */
package io.soam.stack.service.neo4j;
