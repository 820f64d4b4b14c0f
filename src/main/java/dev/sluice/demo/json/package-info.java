/** JSON as GitLab writes it: fields in order, nulls kept, two ways to write a time. */
@NullMarked
package dev.sluice.demo.json;

import org.jspecify.annotations.NullMarked;
