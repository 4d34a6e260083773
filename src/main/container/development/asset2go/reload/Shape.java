package asset2go.reload;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What other classes can see of one: everything but private members and what methods do. */
final class Shape {
  private static final ClassFile CLASSES = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);

  private final ClassModel type;

  private Shape(ClassModel type) {
    this.type = type;
  }

  static Shape of(byte[] type) {
    return new Shape(CLASSES.parse(type));
  }

  /** As in class files: with slashes. */
  String name() {
    return type.thisClass().asInternalName();
  }

  boolean inheritsFrom(Predicate<String> names) {
    return type.superclass().map(ClassEntry::asInternalName).filter(names).isPresent()
        || type.interfaces().stream().map(ClassEntry::asInternalName).anyMatch(names);
  }

  boolean isLike(Shape other) {
    return Arrays.equals(visible(), other.visible());
  }

  /** Whoever uses them has copies, and says so nowhere. */
  Map<String, String> constants() {
    var constants = new TreeMap<String, String>();
    for (var field : type.fields()) {
      if (!field.flags().has(AccessFlag.PRIVATE)) {
        field
            .findAttribute(Attributes.constantValue())
            .ifPresent(
                value ->
                    constants.put(
                        field.fieldName().stringValue(),
                        value.constant().constantValue().toString()));
      }
    }
    return constants;
  }

  private byte[] visible() {
    return CLASSES.transformClass(
        type,
        (shape, element) -> {
          switch (element) {
            case FieldModel field when field.flags().has(AccessFlag.PRIVATE) -> {}
            case MethodModel method when method.flags().has(AccessFlag.PRIVATE) -> {}
            case MethodModel method ->
                shape.transformMethod(
                    method, MethodTransform.dropping(part -> part instanceof CodeModel));
            case SourceFileAttribute source -> {}
            case InnerClassesAttribute inner -> {}
            case NestMembersAttribute nest -> {}
            default -> shape.with(element);
          }
        });
  }
}
