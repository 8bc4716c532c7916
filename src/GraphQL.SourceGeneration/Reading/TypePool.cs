using GraphQL.SourceGeneration.Model;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>Sees C# types as GraphQL types and keeps each one it met on the way, with all that can be reached from it.</summary>
internal sealed class TypePool(SourceLocation origin, CancellationToken cancellation)
{
    private readonly Dictionary<(string Key, bool IsInput), TypeModel?> _types = [];

    public IEnumerable<TypeModel> Types => _types.Values.OfType<TypeModel>();

    /// <summary>The GraphQL type of a result, or null when it has none.</summary>
    public TypeShape? Output(ITypeSymbol type, string? identityOf = null) => Shape(type, isInput: false, identityOf);

    /// <summary>The GraphQL type of an argument, or null when it cannot be one.</summary>
    public TypeShape? Input(ITypeSymbol type, string? identityOf = null) => Shape(type, isInput: true, identityOf);

    /// <summary>Puts a type in the schema because an annotation names it.</summary>
    public void AddExplicit(INamedTypeSymbol type)
    {
        Output(type);
        if (_types.TryGetValue((Symbols.Key(type), false), out var model) && model is not null)
            _types[(model.Key, false)] = model with { IsExplicit = true };
    }

    /// <summary>Adds the object type of an error that mutations answer with.</summary>
    public void AddError(INamedTypeSymbol type, bool isException)
    {
        var key = (Symbols.Key(type), false);
        _types[key] = null;
        var fields = Fields(type).Where(field => field.Member != "Message").ToList();
        var message = new FieldModel(
            "Message", "message", new("What went wrong, in words for a person."), null, null,
            new TypeShape(ShapeKind.Scalar, "string", "String", false, false), ResolverForm.Property, Symbols.Key(type), "string",
            EquatableArray<ParameterModel>.Empty, null, EquatableArray<ErrorModel>.Empty, null, origin);
        var name = isException && Attributes.Name(type) is null ? Names.Error(Names.Type(type)) : Names.Type(type);
        _types[key] = Model(TypeRole.Error, type, name, [message, .. fields]);
    }

    private TypeShape? Shape(ITypeSymbol type, bool isInput, string? identityOf)
    {
        var nullable = type.NullableAnnotation != NullableAnnotation.NotAnnotated && !type.IsValueType;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } wrapper)
        {
            type = wrapper.TypeArguments[0];
            nullable = true;
        }
        if (Symbols.FullName(type) == "GraphQL.Optional`1")
            return nullable ? null : Optional((INamedTypeSymbol)type, isInput, identityOf);
        if (Scalars.Name(type) is { } scalar)
        {
            if (!isInput && Scalars.IsInputOnly(type))
                return null;
            return identityOf is null
                ? new(ShapeKind.Scalar, Symbols.ClrWithoutNull(type), scalar, nullable, type.IsValueType)
                : new(ShapeKind.Scalar, Symbols.ClrWithoutNull(type), "ID", nullable, type.IsValueType, IdentityOf: identityOf);
        }
        if (Lists.Item(type) is { } list)
        {
            return !(isInput && list.Form == ListForm.Queryable) && Shape(list.Item, isInput, identityOf) is { IsOptional: false } item
                ? new(ShapeKind.List, Symbols.ClrWithoutNull(type), "", nullable, type.IsValueType, item, list.Form)
                : null;
        }
        if (type is not INamedTypeSymbol named || identityOf is not null)
            return null;
        if (!isInput && Symbols.FullName(named) == "GraphQL.Data.Connection`1")
        {
            return Output(named.TypeArguments[0]) is { } node
                ? new(ShapeKind.Connection, Symbols.ClrWithoutNull(type), "", nullable, false, node)
                : null;
        }
        if (named.TypeKind == TypeKind.Enum)
        {
            AddEnum(named);
            return new(ShapeKind.Enum, Symbols.Key(type), Symbols.Key(type), nullable, true);
        }
        if (!(isInput ? CanBeInput(named) : CanBeOutput(named)))
            return null;
        if (isInput)
            AddInput(named);
        else
            AddOutput(named);
        return new(isInput ? ShapeKind.Input : ShapeKind.Object, Symbols.ClrWithoutNull(type), Symbols.Key(type), nullable, type.IsValueType);
    }

    private TypeShape? Optional(INamedTypeSymbol type, bool isInput, string? identityOf) =>
        isInput && Shape(type.TypeArguments[0], isInput, identityOf) is { IsOptional: false } shape
            ? shape with { Nullable = true, IsOptional = true, IsNullRefused = !shape.Nullable }
            : null;

    private static bool CanBeInput(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && !type.IsAbstract
        && !IsOfSystem(type)
        && (type.IsRecord || Attributes.Has(type, "InputTypeAttribute"));

    private static bool CanBeOutput(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface && !type.IsStatic && !IsOfSystem(type) && !type.IsTupleType;

    private static bool IsOfSystem(INamedTypeSymbol type)
    {
        var name = type.ContainingNamespace?.ToDisplayString() ?? "";
        return name == "System" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal);
    }

    private void AddEnum(INamedTypeSymbol type)
    {
        var key = (Symbols.Key(type), false);
        if (_types.ContainsKey(key))
            return;
        var values = type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue && !Attributes.Has(field, "GraphQLIgnoreAttribute"))
            .Select(field => new EnumValueModel(
                field.Name, Names.EnumValue(field), DocumentationText.Of(field, cancellation), Attributes.Deprecation(field)));
        _types[key] = Model(TypeRole.Enum, type, Names.Type(type)) with { Values = values.ToEquatable() };
    }

    private void AddOutput(INamedTypeSymbol type)
    {
        var key = (Symbols.Key(type), false);
        if (_types.ContainsKey(key))
            return;
        _types[key] = null;
        var model = Model(Role(type), type, Names.Type(type), Fields(type));
        if (Symbols.IsAbstract(type))
        {
            var members = Symbols.Implementations(type).ToList();
            foreach (var member in members)
                AddOutput(member);
            model = model with { Members = members.Select(Symbols.Key).ToEquatable() };
        }
        _types[key] = model with { IsExplicit = Attributes.Has(type, "ObjectTypeAttribute") };
    }

    private static TypeRole Role(INamedTypeSymbol type)
    {
        if (!Symbols.IsAbstract(type))
            return TypeRole.Object;
        if (Attributes.Has(type, "UnionTypeAttribute"))
            return TypeRole.Union;
        return Attributes.Has(type, "InterfaceTypeAttribute") ? TypeRole.Interface : TypeRole.Abstract;
    }

    private List<FieldModel> Fields(INamedTypeSymbol type) => Symbols.Properties(type).Select(property =>
    {
        var identity = Attributes.Identity(property);
        return new FieldModel(
            property.Name,
            Names.Field(property),
            DocumentationText.OfProperty(property, cancellation),
            Attributes.Deprecation(property),
            Attributes.Authorization(property),
            Output(property.Type, identity is { Length: 0 } ? Symbols.Key(type) : identity),
            ResolverForm.Property,
            Symbols.Key(type),
            Symbols.Readable(property.Type),
            EquatableArray<ParameterModel>.Empty,
            null,
            EquatableArray<ErrorModel>.Empty,
            null,
            SourceLocation.Of(property).Or(origin),
            CostAttributes.Read(property))
        {
            IsFilterable = Attributes.HasOnProperty(property, "FilterableAttribute"),
            IsSortable = Attributes.HasOnProperty(property, "SortableAttribute"),
        };
    }).ToList();

    private void AddInput(INamedTypeSymbol type)
    {
        var key = (Symbols.Key(type), true);
        if (_types.ContainsKey(key))
            return;
        _types[key] = null;
        _types[key] = Model(TypeRole.Input, type, Names.Input(type)) with
        {
            InputFields = InputFields(type).ToEquatable(),
            IsOneOf = Attributes.Has(type, "OneOfAttribute"),
        };
    }

    /// <summary>What a record is made of, as arguments.</summary>
    /// <param name="type">The record.</param>
    /// <param name="identities">The keys of the types that members are identifiers of, by their C# names.</param>
    public IEnumerable<InputFieldModel> Spread(INamedTypeSymbol type, Dictionary<string, string> identities)
    {
        var constructor = type.InstanceConstructors
            .Where(candidate => candidate.DeclaredAccessibility == Accessibility.Public && !IsCopy(candidate, type))
            .OrderByDescending(candidate => candidate.Parameters.Length)
            .FirstOrDefault();
        foreach (var parameter in constructor?.Parameters ?? [])
        {
            var property = type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault();
            var identity = identities.TryGetValue(parameter.Name, out var named)
                ? named
                : Attributes.Identity(parameter) ?? (property is null ? null : Attributes.Identity(property));
            yield return new(
                parameter.Name,
                Attributes.Name(parameter) ?? (property is null ? Names.Camel(parameter.Name) : Names.Field(property)),
                Input(parameter.Type, identity),
                Symbols.Readable(parameter.Type),
                DefaultValues.Literal(parameter),
                InputAssignment.Constructor,
                DocumentationText.OfParameter(parameter, type, parameter.Name, cancellation),
                Attributes.Deprecation(parameter) ?? (property is null ? null : Attributes.Deprecation(property)));
        }
    }

    private IEnumerable<InputFieldModel> InputFields(INamedTypeSymbol type)
    {
        var byConstructor = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in Spread(type, []))
        {
            byConstructor.Add(field.Member);
            yield return field;
        }
        foreach (var property in Symbols.Properties(type))
        {
            if (property.SetMethod is not { DeclaredAccessibility: Accessibility.Public } setter || byConstructor.Contains(property.Name))
                continue;
            yield return new(
                property.Name,
                Names.Field(property),
                Input(property.Type, Attributes.Identity(property)),
                Symbols.Readable(property.Type),
                null,
                setter.IsInitOnly || property.IsRequired ? InputAssignment.Init : InputAssignment.Set,
                DocumentationText.Of(property, cancellation),
                Attributes.Deprecation(property));
        }
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private TypeModel Model(TypeRole role, INamedTypeSymbol type, string name, IEnumerable<FieldModel>? fields = null) => new(
        role,
        Symbols.Key(type),
        name,
        DocumentationText.Of(type, cancellation),
        (fields ?? []).ToEquatable(),
        EquatableArray<string>.Empty,
        EquatableArray<EnumValueModel>.Empty,
        EquatableArray<InputFieldModel>.Empty,
        false,
        SourceLocation.Of(type).Or(origin));
}
