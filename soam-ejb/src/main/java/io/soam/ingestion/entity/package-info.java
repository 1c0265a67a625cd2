/** Data sources as they are registered. */
package io.soam.ingestion.entity;
