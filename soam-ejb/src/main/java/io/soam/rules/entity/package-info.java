/** Rules as they are stored. */
package io.soam.rules.entity;
