/**
 * The part of SOAM's database that the pipeline may touch: what there is to refine, and how far.
 */
package io.soam.spark.catalogue;
