using System.Text.Json.Nodes;
using GraphQL.TypeSystem;

namespace GraphQL.Tests.Oracle;

/// <summary>An operation named Q over a schema, mostly valid, with variables for it and data to answer it from.</summary>
internal sealed class RandomDocument(SchemaDefinition schema, Random random)
{
    private readonly List<string> _variables = [];
    private readonly List<(string Name, NamedType Type, string Text)> _fragments = [];

    public JsonObject Variables { get; } = [];

    /// <summary>One of how many values in the variables does not fit.</summary>
    public int Rightness { get; init; } = 25;

    public string Write()
    {
        var selection = Selection(schema.QueryType, 4);
        var variables = _variables.Count == 0 ? "" : $"({string.Join(' ', _variables)})";
        var other = random.Next(8) == 0 ? " query R { __typename }" : "";
        return $"query Q{variables}{(random.Next(8) == 0 ? " @mark @mark(on: 2)" : "")} {selection}{other}{string.Concat(_fragments.Select(fragment => fragment.Text))}";
    }

    public JsonNode? Data(GraphQLType type, int depth)
    {
        if (random.Next(type.IsNonNull ? 40 : 12) == 0)
            return null;
        return type.Nullable switch
        {
            ListType list => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Data(list.OfType, depth))]),
            ScalarType scalar => random.Next(15) == 0 ? Odd() : Value(scalar.Name),
            EnumType enumType => random.Next(15) == 0 ? Odd() : enumType.Values[random.Next(enumType.Values.Count)].Name,
            var named => depth == 0 ? null : Data((NamedType)named, depth),
        };
    }

    private JsonNode? Data(NamedType type, int depth)
    {
        var possible = schema.GetPossibleTypes(type);
        if (possible.IsEmpty)
            return null;
        var concrete = possible[random.Next(possible.Length)];
        var data = new JsonObject { ["__typename"] = random.Next(25) == 0 ? "Query" : concrete.Name };
        foreach (var field in concrete.Fields)
        {
            data[field.Name] = random.Next(20) == 0 ? new JsonObject { ["$error"] = "no" }
                : field.Arguments.Count > 0 && field.Type.Named.Name is "String" or "ID" ? new JsonObject { ["$args"] = true }
                : Data(field.Type, depth - 1);
        }

        return data;
    }

    private JsonNode? Odd() => random.Next(7) switch
    {
        0 => 1e40,
        1 => 2147483648,
        2 => "text",
        3 => 1.5,
        4 => new JsonObject(),
        5 => "12",
        _ => true,
    };

    private JsonNode Value(string scalar) => scalar switch
    {
        "Int" => random.Next(-1000, 1000),
        "Float" => random.Next(100) / 4.0,
        "Boolean" => random.Next(2) == 0,
        "ID" => random.Next(2) == 0 ? "id" : 5,
        _ => "s" + random.Next(10),
    };

    private string Selection(NamedType type, int depth)
    {
        var items = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Item(type, depth)).ToList();
        return $"{{ {string.Join(' ', items)} }}";
    }

    private string Item(NamedType type, int depth)
    {
        var kind = random.Next(10);
        if (kind == 0)
        {
            // By the specification the answer's shape counts __typename in; the reference leaves it out, so the alias is its own here.
            return $"{(random.Next(4) == 0 ? "y: " : "")}__typename";
        }

        if (kind <= 2 && depth > 0)
            return InlineFragment(type, depth);
        if (kind <= 4 && depth > 0)
            return Spread(type, depth);
        if (type is not ComplexType { Fields.Count: > 0 } complex)
            return "__typename";
        var field = complex.Fields[random.Next(complex.Fields.Count)];
        if (field.Type.Named.IsComposite && depth == 0)
            return "__typename";
        return $"{Alias()}{field.Name}{Arguments(field)}{Directives()}{(field.Type.Named.IsComposite ? " " + Selection(field.Type.Named, depth - 1) : "")}";
    }

    private string InlineFragment(NamedType type, int depth)
    {
        if (random.Next(3) == 0)
            return $"...{Directives()} {Selection(type, depth - 1)}";
        var condition = Overlapping(type);
        return $"... on {condition.Name}{Directives()} {Selection(condition, depth - 1)}";
    }

    private string Spread(NamedType type, int depth)
    {
        var known = _fragments.Where(fragment => fragment.Type == type).ToList();
        if (known.Count > 0 && random.Next(2) == 0)
            return $"...{known[random.Next(known.Count)].Name}{Directives()}";
        var condition = Overlapping(type);
        var selection = Selection(condition, depth - 1);
        var name = $"F{_fragments.Count}";
        _fragments.Add((name, condition, $" fragment {name} on {condition.Name} {selection}"));
        return $"...{name}{Directives()}";
    }

    private NamedType Overlapping(NamedType type)
    {
        var possible = schema.GetPossibleTypes(type);
        var overlapping = schema.Types.Where(other => other.IsComposite && !other.IsIntrospection && schema.GetPossibleTypes(other).Intersect(possible).Any()).ToList();
        return overlapping.Count == 0 ? type : overlapping[random.Next(overlapping.Count)];
    }

    private string Alias() => random.Next(4) == 0 ? $"x{random.Next(3)}: " : "";

    private string Directives() => random.Next(14) switch
    {
        0 => $" @include(if: {Literal(new NonNullType(schema.GetType("Boolean")!), 0)})",
        1 => $" @skip(if: {Literal(new NonNullType(schema.GetType("Boolean")!), 0)})",
        2 => " @mark(on: 3)",
        _ => "",
    };

    private string Arguments(FieldDefinition field)
    {
        var given = field.Arguments.Where(argument => argument.IsRequired ? random.Next(30) > 0 : random.Next(2) == 0).ToList();
        return given.Count == 0 ? "" : $"({string.Join(", ", given.Select(argument => $"{argument.Name}: {Literal(argument.Type, 3)}"))})";
    }

    private string Literal(GraphQLType type, int depth, bool isOneOf = false)
    {
        if (random.Next(4) == 0)
            return Variable(type, isOneOf);
        if (!type.IsNonNull && !isOneOf && random.Next(8) == 0)
            return "null";
        if (random.Next(60) == 0)
            return "WRONG";
        return type.Nullable switch
        {
            ListType list when random.Next(6) == 0 => Literal(list.OfType, depth),
            ListType list => $"[{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Literal(list.OfType, depth)))}]",
            EnumType enumType => enumType.Values[random.Next(enumType.Values.Count)].Name,
            InputObjectType input => InputObject(input, depth),
            var scalar => LiteralOf(((NamedType)scalar).Name),
        };
    }

    private string InputObject(InputObjectType type, int depth)
    {
        var fields = type.IsOneOf
            ? [type.Fields[random.Next(type.Fields.Count)]]
            : type.Fields.Where(field => field.IsRequired || (depth > 0 && random.Next(2) == 0)).ToList();
        return $"{{ {string.Join(", ", fields.Select(field => $"{field.Name}: {Literal(field.Type, depth - 1, type.IsOneOf)}"))} }}";
    }

    private string Variable(GraphQLType type, bool isOneOf)
    {
        var name = $"v{_variables.Count}";
        var isNonNull = type.IsNonNull || isOneOf || random.Next(3) == 0;
        var text = $"{type.Nullable}";
        var hasDefault = random.Next(4) == 0;

        // A nullable variable with a default may stand where null may not; it may still be given as null.
        var declared = !isOneOf && hasDefault && random.Next(2) == 0 ? text : isNonNull ? text + "!" : text;
        var position = _variables.Count;
        _variables.Add("");
        _variables[position] = $"${name}: {declared}{(hasDefault ? $" = {Constant(type.Nullable, 2)}" : "")}";
        if (random.Next(hasDefault || !declared.EndsWith('!') ? 3 : 30) > 0)
            Variables[name] = random.Next(10) == 0 ? null : Json(type.Nullable, 2);
        return $"${name}";
    }

    private string Constant(GraphQLType type, int depth) => type.Nullable switch
    {
        ListType list => $"[{Constant(list.OfType, depth)}]",
        EnumType enumType => enumType.Values[0].Name,
        InputObjectType { IsOneOf: true } => "{ a: 1 }",
        InputObjectType input => $"{{ {string.Join(' ', input.Fields.Where(field => field.IsRequired || depth > 0).Select(field => $"{field.Name}: {Constant(field.Type, depth - 1)}"))} }}",
        var scalar => LiteralOf(((NamedType)scalar).Name),
    };

    private JsonNode? Json(GraphQLType type, int depth)
    {
        if (random.Next(Rightness) == 0)
            return Odd();
        if (!type.IsNonNull && depth < 2 && random.Next(8) == 0)
            return null;
        switch (type.Nullable)
        {
            case ListType list:
                return random.Next(6) == 0 ? Json(list.OfType, depth) : new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Json(list.OfType, depth - 1))]);
            case EnumType enumType:
                return enumType.Values[random.Next(enumType.Values.Count)].Name;
            case InputObjectType { IsOneOf: true } choice:
                return random.Next(6) == 0 ? new JsonObject { ["a"] = Json(choice.Fields["a"].Type, 2), ["b"] = "x" } : new JsonObject { ["b"] = "x" };
            case InputObjectType input:
                var fields = new JsonObject();
                foreach (var field in input.Fields.Where(field => field.IsRequired || (depth > 0 && random.Next(2) == 0)))
                    fields[field.Name] = Json(field.Type, depth - 1);
                if (random.Next(Rightness) == 0)
                    fields["unheard"] = 1;
                return fields;
            default:
                return Value(((NamedType)type.Nullable).Name);
        }
    }

    private string LiteralOf(string scalar) => scalar switch
    {
        "Int" => random.Next(-50, 50).ToString(System.Globalization.CultureInfo.InvariantCulture),
        "Float" => random.Next(2) == 0 ? "2.5" : "3",
        "Boolean" => random.Next(2) == 0 ? "true" : "false",
        "ID" => random.Next(2) == 0 ? "\"id\"" : "12",
        "Any" => random.Next(3) switch { 0 => "{ a: [1, \"x\"], b: null }", 1 => "[true, 1.5]", _ => "NAME" },
        _ => random.Next(3) == 0 ? "\"\"\"\n  block\n    text\n\"\"\"" : "\"te\\u0041\\n\"",
    };
}
