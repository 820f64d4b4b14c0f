package dev.sluice.demo.act;

import dev.sluice.demo.model.Label;
import dev.sluice.demo.model.Noteable;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.World;
import java.util.Collection;

/** Labels: an unknown name silently becomes a label of the project. */
public final class Labels {
  private static final String COLOR = "#428BCA";
  private final World world;

  public Labels(World world) {
    this.world = world;
  }

  public void change(Noteable noteable, Collection<String> add, Collection<String> remove) {
    for (var name : add) {
      create(noteable.project, name, COLOR);
      noteable.labels.add(name);
    }
    remove.forEach(noteable.labels::remove);
  }

  public Label create(Project project, String name, String color) {
    return project.labels.computeIfAbsent(name, key -> new Label(world.nextId(), key, color));
  }
}
