using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Engagement.Api.Live;

namespace Engagement.Api.Tests;

/// <summary>Writes the hub's methods and messages as TypeScript, with what their documentation says.</summary>
internal static partial class LiveTypeScript
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<string, XElement> Documentation = XDocument
        .Load(Path.ChangeExtension(typeof(LiveHub).Assembly.Location, ".xml")).Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    public static string Write()
    {
        var text = new StringBuilder("// The hub at /live, for @microsoft/signalr. Written from the server's types by tests/Engagement.Api.Tests: do not edit.\n");
        var methods = typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName).OrderBy(method => method.Name, StringComparer.Ordinal).ToArray();
        var messages = typeof(ILiveClient).GetMethods().OrderBy(method => method.Name, StringComparer.Ordinal).ToArray();

        foreach (var shape in messages.Select(message => message.GetParameters().Single().ParameterType).Distinct())
            WriteShape(text, shape);
        text.Append(
            CultureInfo.InvariantCulture,
            $"""

            /** How a refused call begins: its error's message is the code, a colon, and words for people. The same codes end topics. */
            export type LiveCode ={string.Concat(Codes().Select(code => $"\n  | \"{code}\""))};

            """);
        Open(text, "What you may call: connection.invoke(name, ...arguments).", "LiveMethods");
        foreach (var method in methods)
        {
            var arguments = method.GetParameters().Select(parameter => $"{parameter.Name}: {TypeOf(parameter.ParameterType, Nullability.Create(parameter))}");
            Comment(text, "  ", Summary(Named(method)), method.GetParameters(), Named(method));
            text.Append(CultureInfo.InvariantCulture, $"  {method.Name}({string.Join(", ", arguments)}): Promise<{TypeOf(Result(method.ReturnType), null)}>;\n");
        }

        text.Append("}\n");
        Open(text, "What you are sent: connection.on(name, handler).", "LiveMessages");
        foreach (var message in messages)
        {
            var parameter = message.GetParameters().Single();
            Comment(text, "  ", Summary(Named(message)), [], null);
            text.Append(CultureInfo.InvariantCulture, $"  {Camel(message.Name)}({parameter.Name}: {parameter.ParameterType.Name}): void;\n");
        }

        return text.Append("}\n").ToString();
    }

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static IEnumerable<string> Codes() => typeof(LiveCodes).GetFields().Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!)
        .Concat(["AUTH_NOT_AUTHENTICATED", "AUTH_NOT_AUTHORIZED", "ID_INVALID", "RECEIPT_NOT_FOUND", "METHOD_UNKNOWN", "INVOCATION_INVALID"])
        .Order(StringComparer.Ordinal);

    private static void WriteShape(StringBuilder text, Type shape)
    {
        var documented = Documentation[$"T:{shape.FullName}"];
        Open(text, Words(documented.Element("summary")), shape.Name);
        foreach (var property in shape.GetProperties())
        {
            Comment(text, "  ", Words(documented.Elements("param").Single(param => param.Attribute("name")!.Value == property.Name)), [], null);
            text.Append(CultureInfo.InvariantCulture, $"  readonly {Camel(property.Name)}: {TypeOf(property.PropertyType, Nullability.Create(property))};\n");
        }

        text.Append("}\n");
    }

    private static void Open(StringBuilder text, string words, string name)
    {
        text.Append('\n');
        Comment(text, "", words, [], null);
        text.Append(CultureInfo.InvariantCulture, $"export interface {name} {{\n");
    }

    private static void Comment(StringBuilder text, string indent, string words, ParameterInfo[] parameters, string? member)
    {
        string[] lines =
        [
            words,
            .. parameters.Select(parameter => $"@param {parameter.Name} {Words(Documentation[member!].Elements("param").Single(p => p.Attribute("name")!.Value == parameter.Name))}"),
            .. member is not null && Documentation[member].Element("returns") is { } returns ? new[] { $"@returns {Words(returns)}" } : [],
        ];
        text.Append(lines.Length == 1
            ? $"{indent}/** {lines[0]} */\n"
            : $"{indent}/**\n{string.Concat(lines.Select(line => $"{indent} * {line}\n"))}{indent} */\n");
    }

    private static string Summary(string member) => Words(Documentation[member].Element("summary"));

    private static string Named(MethodInfo method)
    {
        var parameters = method.GetParameters().Select(parameter => Nullable.GetUnderlyingType(parameter.ParameterType) is { } value
            ? $"System.Nullable{{{value.FullName}}}"
            : parameter.ParameterType.FullName);
        return $"M:{method.DeclaringType!.FullName}.{method.Name}({string.Join(',', parameters)})";
    }

    private static string Words(XElement? element) => Spaces().Replace(
        string.Concat(element!.Nodes().Select(node => node is XElement { Name.LocalName: "see" } see ? see.Attribute("cref")!.Value.Split('(')[0].Split('.')[^1] : node is XElement inner ? inner.Value : node.ToString())),
        " ").Trim();

    private static Type Result(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : type;

    private static string TypeOf(Type type, NullabilityInfo? nullability)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var name = plain == typeof(string) ? "string"
            : plain == typeof(long) ? "number"
            : plain == typeof(bool) ? "boolean"
            : throw new NotSupportedException($"Say how {plain} is written in TypeScript.");
        return nullability?.WriteState == NullabilityState.Nullable || plain != type ? $"{name} | null" : name;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
