/**
 * What we write into merge requests: views, templates, and the escaping of everything from outside.
 */
@NullMarked
package dev.sluice.flow.note;

import org.jspecify.annotations.NullMarked;
