/**
 * What users may ask of ingestion: data sources with their health, and previews of what arrives.
 */
package io.soam.ingestion.boundary;
