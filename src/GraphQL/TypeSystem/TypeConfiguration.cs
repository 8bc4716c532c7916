namespace GraphQL.TypeSystem;

/// <summary>A change to a type that waits until the schema is built.</summary>
internal abstract class TypeConfiguration
{
    public static TypeConfiguration For<T>(string name, Action<T> configure)
        where T : NamedType => new Typed<T>(name, configure);

    public static TypeConfiguration ForField(string typeName, string fieldName, Action<FieldDefinition> configure) =>
        new OfField(typeName, fieldName, configure);

    public static TypeConfiguration ForAbstract(string typeName, Func<object, string?> resolveTypeName) => new OfAbstract(typeName, resolveTypeName);

    public abstract void Apply(SchemaAssembly assembly);

    private sealed class Typed<T>(string name, Action<T> configure) : TypeConfiguration
        where T : NamedType
    {
        public override void Apply(SchemaAssembly assembly)
        {
            if (assembly.Find(name) is not { } existing)
            {
                existing = Create();
                assembly.Add(existing);
            }

            if (existing is T type)
                configure(type);
            else
                assembly.Errors.Report($"Type \"{name}\" is added to as {typeof(T).Name} but is {existing.GetType().Name}. Give one of the two another name.");
        }

        private NamedType Create()
        {
            if (typeof(T) == typeof(ObjectType))
                return new ObjectType(name);
            if (typeof(T) == typeof(InterfaceType))
                return new InterfaceType(name);
            if (typeof(T) == typeof(UnionType))
                return new UnionType(name);
            if (typeof(T) == typeof(EnumType))
                return new EnumType(name);
            return typeof(T) == typeof(InputObjectType) ? new InputObjectType(name) : new ScalarType(name);
        }
    }

    private sealed class OfField(string typeName, string fieldName, Action<FieldDefinition> configure) : TypeConfiguration
    {
        public override void Apply(SchemaAssembly assembly)
        {
            if (assembly.Find(typeName) is ObjectType type && type.Fields.TryGet(fieldName, out var field))
                configure(field);
            else
                assembly.Errors.Report($"\"{typeName}.{fieldName}\" is given a resolver but is no field of an object type. Define it, or correct the name.");
        }
    }

    private sealed class OfAbstract(string typeName, Func<object, string?> resolveTypeName) : TypeConfiguration
    {
        public override void Apply(SchemaAssembly assembly)
        {
            switch (assembly.Find(typeName))
            {
                case InterfaceType type:
                    type.ResolveTypeName = resolveTypeName;
                    break;
                case UnionType type:
                    type.ResolveTypeName = resolveTypeName;
                    break;
                default:
                    assembly.Errors.Report($"\"{typeName}\" is given a type resolver but is no interface or union. Define it, or correct the name.");
                    break;
            }
        }
    }
}
