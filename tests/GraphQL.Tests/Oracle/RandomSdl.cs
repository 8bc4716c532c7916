namespace GraphQL.Tests.Oracle;

/// <summary>Valid schemas of a random shape: every kind of type, arguments with defaults, a few directives.</summary>
internal sealed class RandomSdl(Random random)
{
    private static readonly string[] Scalars = ["Int", "Float", "String", "Boolean", "ID", "Any"];
    private readonly int _enums = random.Next(1, 3);
    private readonly int _inputs = random.Next(1, 4);
    private readonly int _interfaces = random.Next(1, 4);
    private readonly int _objects = random.Next(2, 6);
    private readonly int _unions = random.Next(1, 3);

    public string Write()
    {
        var interfaces = Range(_interfaces).Select(index => (Name: $"N{index}", Fields: Fields($"n{index}f", 1, 3))).ToList();
        var parts = new List<string> { "scalar Any", "directive @mark(on: Int = 1) repeatable on FIELD | FRAGMENT_SPREAD | QUERY", "directive @once on FIELD | INLINE_FRAGMENT" };
        parts.AddRange(Range(_enums).Select(index => $"enum E{index} {{ A B C{index} @deprecated }}"));
        parts.AddRange(Range(_inputs).Select(Input));
        parts.Add("input One @oneOf { a: Int b: String c: [E0!] }");
        parts.AddRange(interfaces.Select(type => $"interface {type.Name} {{ {type.Fields} }}"));
        for (var index = 0; index < _objects; index++)
        {
            var implemented = interfaces.Where((_, position) => position == index % _interfaces || random.Next(3) == 0).ToList();
            parts.Add($"type T{index} implements {string.Join(" & ", implemented.Select(type => type.Name))} {{ {string.Join(' ', implemented.Select(type => type.Fields))} {Fields("f", 1, 4)} }}");
        }

        parts.AddRange(Range(_unions).Select(index => $"union U{index} = {string.Join(" | ", Range(_objects).Where(member => member == index || random.Next(2) == 0).Select(member => $"T{member}"))}"));
        parts.Add($"type Query {{ {Fields("q", 4, 8)} t: T0 n: N0 u: [U0] }}");
        return string.Join('\n', parts);
    }

    private string Input(int index)
    {
        // A field that must be given leads to a type before this one only, so that every input object can be written down.
        var fields = Range(random.Next(1, 4)).Select(field => random.Next(4) switch
        {
            0 => $"i{field}: I{random.Next(_inputs)}",
            1 when index > 0 => $"i{field}: [I{random.Next(index)}!]!",
            _ => $"i{field}: {LeafWithDefault()}",
        });
        return $"input I{index} {{ {string.Join(' ', fields)} }}";
    }

    private string Fields(string prefix, int least, int most) => string.Join(' ', Range(random.Next(least, most + 1)).Select(index => $"{prefix}{index}{Arguments()}: {Wrap(Output())}"));

    private string Arguments() => random.Next(3) > 0 ? "" : $"({string.Join(' ', Range(random.Next(1, 4)).Select(index => $"a{index}: {Argument()}"))})";

    private string Argument() => random.Next(5) switch
    {
        0 => $"I{random.Next(_inputs)}{(random.Next(4) == 0 ? "!" : "")}",
        1 => random.Next(2) == 0 ? "One" : "[One!]",
        _ => LeafWithDefault(),
    };

    private string LeafWithDefault() => random.Next(9) switch
    {
        0 => "Int = 7",
        1 => "Int! = 8",
        2 => "[String] = [\"x\", null]",
        3 => "E0 = A",
        4 => "Float = 1.5",
        5 => "[E0!]",
        _ => Wrap(random.Next(3) == 0 ? "E0" : Scalars[random.Next(Scalars.Length)]),
    };

    private string Output() => random.Next(8) switch
    {
        0 => $"E{random.Next(_enums)}",
        1 => $"N{random.Next(_interfaces)}",
        2 => $"U{random.Next(_unions)}",
        3 or 4 => $"T{random.Next(_objects)}",
        _ => Scalars[random.Next(Scalars.Length)],
    };

    private string Wrap(string type) => random.Next(8) switch
    {
        0 => $"{type}!",
        1 => $"[{type}]",
        2 => $"[{type}!]",
        3 => $"[{type}!]!",
        4 when random.Next(4) == 0 => $"[[{type}]!]",
        _ => type,
    };

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);
}
