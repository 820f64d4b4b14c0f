/**
 * What a merge request is to us: records, events, and the ports through which we read and answer.
 */
@NullMarked
package dev.sluice.mergerequest;

import org.jspecify.annotations.NullMarked;
