package dev.sluice.bulk;

/** The online schema change tools that Sluice knows: gh-ost and pt-online-schema-change. */
public enum OnlineTool {
  GH_OST,
  PT_OSC
}
