package dev.sluice.target;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a shared library (ELF, x86-64) whose functions do nothing and return -1. The MySQL server
 * of the tests is linked against libaio and libnuma, which it does not need for its work but which
 * the loader insists on; a machine with only a JDK has neither, and newer systems have renamed
 * them. To mysqld, -1 means that the kernel has no asynchronous I/O and that there is no NUMA.
 */
final class StandInLibrary {
  private static final byte[] RETURN_MINUS_ONE = {(byte) 0xb8, -1, -1, -1, -1, (byte) 0xc3};
  private static final int HEADERS = 64 + 4 * 56;
  private static final int PAGE = 0x1000;
  private static final int SYMBOL = 24;

  private final StringBuilder names = new StringBuilder("\0");
  private final Map<String, List<String>> functionsByVersion;
  private final List<String> functions = new ArrayList<>();
  private final ByteBuffer out = ByteBuffer.allocate(2 * PAGE).order(ByteOrder.LITTLE_ENDIAN);

  private StandInLibrary(Map<String, List<String>> functionsByVersion) {
    this.functionsByVersion = functionsByVersion;
    functionsByVersion.values().forEach(functions::addAll);
  }

  /**
   * @param functionsByVersion the version of a symbol (as in {@code readelf -V}), and its functions
   */
  static void write(Path file, Map<String, List<String>> functionsByVersion) throws IOException {
    String soname = String.valueOf(file.getFileName());
    Files.write(file, new StandInLibrary(new LinkedHashMap<>(functionsByVersion)).bytes(soname));
  }

  /** Code and symbols in the first page, what the loader writes to in the second. */
  private byte[] bytes(String soname) {
    int count = functions.size() + 1;
    int hash = HEADERS;
    int symbols = align(hash + 4 * (2 + 1 + count));
    int versions = symbols + SYMBOL * count;
    int definitions = align(versions + 2 * count);
    int sonameAt = name(soname);
    int code = writeDefinitions(definitions, soname, sonameAt);
    writeHash(hash, count);
    writeSymbols(symbols, versions, code);
    out.put(code, RETURN_MINUS_ONE);
    int strings = align(code + RETURN_MINUS_ONE.length);
    byte[] text = names.toString().getBytes(StandardCharsets.US_ASCII);
    out.put(strings, text);
    long[][] dynamic = {
      {14, sonameAt},
      {4, hash},
      {5, strings},
      {6, symbols},
      {10, text.length},
      {11, SYMBOL},
      {0x6ffffff0L, versions},
      {0x6ffffffcL, definitions},
      {0x6ffffffdL, functionsByVersion.size() + 1},
      {0, 0}
    };
    out.position(PAGE);
    for (long[] entry : dynamic) {
      out.putLong(entry[0]).putLong(entry[1]);
    }
    writeHeaders(strings + text.length, 16 * dynamic.length);
    byte[] bytes = new byte[PAGE + 16 * dynamic.length];
    out.get(0, bytes);
    return bytes;
  }

  private void writeHeaders(int textEnd, int dynamicLength) {
    out.position(0);
    out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
    out.putShort((short) 3).putShort((short) 62).putInt(1); // a shared object for x86-64
    out.putLong(0).putLong(64).putLong(0).putInt(0); // program headers follow, no sections
    for (int size : new int[] {64, 56, 4, 64, 0, 0}) {
      out.putShort((short) size);
    }
    segment(1, 5, 0, textEnd, PAGE); // load, to read and execute
    segment(1, 6, PAGE, dynamicLength, PAGE); // load, to read and write
    segment(2, 6, PAGE, dynamicLength, 8); // the dynamic section
    segment(0x6474e551, 6, 0, 0, 16); // a stack without code
  }

  private void segment(int type, int flags, long at, long size, long alignment) {
    out.putInt(type).putInt(flags).putLong(at).putLong(at).putLong(at);
    out.putLong(size).putLong(size).putLong(alignment);
  }

  /** One bucket in which the symbols are chained. */
  private void writeHash(int at, int count) {
    out.position(at);
    out.putInt(1).putInt(count).putInt(1).putInt(0);
    for (int i = 1; i < count; i++) {
      out.putInt(i + 1 < count ? i + 1 : 0);
    }
  }

  private void writeSymbols(int symbols, int versions, int code) {
    int at = symbols + SYMBOL;
    int versionAt = versions + 2;
    short version = 2;
    for (List<String> ofVersion : functionsByVersion.values()) {
      for (String function : ofVersion) {
        out.position(at);
        out.putInt(name(function)).put((byte) 0x12).put((byte) 0).putShort((short) 1);
        out.putLong(code).putLong(RETURN_MINUS_ONE.length);
        out.putShort(versionAt, version);
        at += SYMBOL;
        versionAt += 2;
      }
      version++;
    }
  }

  /** The library itself is version 1. Returns the first free place behind. */
  private int writeDefinitions(int at, String soname, int sonameAt) {
    out.position(at);
    definition(1, 1, soname, sonameAt, functionsByVersion.isEmpty());
    int index = 2;
    for (String version : functionsByVersion.keySet()) {
      definition(0, index, version, name(version), index == functionsByVersion.size() + 1);
      index++;
    }
    return align(out.position());
  }

  private void definition(int flags, int index, String version, int nameAt, boolean last) {
    out.putShort((short) 1).putShort((short) flags).putShort((short) index).putShort((short) 1);
    out.putInt(hash(version)).putInt(20).putInt(last ? 0 : 28);
    out.putInt(nameAt).putInt(0);
  }

  private int name(String name) {
    int at = names.length();
    names.append(name).append('\0');
    return at;
  }

  /** The hash function of the System V ABI. */
  private static int hash(String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash << 4) + name.charAt(i);
      int high = hash & 0xf0000000;
      hash = (hash ^ (high >>> 24)) & ~high;
    }
    return hash;
  }

  private static int align(int offset) {
    return (offset + 15) & ~15;
  }
}
