/** The REST API under /api/v4: parameters in, actions, GitLab's JSON out. */
@NullMarked
package dev.sluice.demo.api;

import org.jspecify.annotations.NullMarked;
