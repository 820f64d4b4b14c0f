package dev.sluice.deploy.gate;

/**
 * What there is to know of a gate.
 *
 * @param id as in the configuration
 * @param subject what it looks at, as in "not checked: …"
 * @param midway whether it is asked also when a part of the deployment is committed already: what
 *     is half done is better finished than left
 */
record GateInfo(String id, String subject, boolean midway) {}
