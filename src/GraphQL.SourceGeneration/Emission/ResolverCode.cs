using GraphQL.SourceGeneration.Composition;
using GraphQL.SourceGeneration.Model;

namespace GraphQL.SourceGeneration.Emission;

/// <summary>C# that calls a resolver method.</summary>
internal sealed class ResolverCode(SchemaModel schema)
{
    /// <summary>The call with all its arguments, without await.</summary>
    public string Call(FieldModel field, Func<ParameterModel, string> argument) =>
        $"{field.Target}({string.Join(", ", field.Parameters.Select(parameter => Value(field, parameter, argument)))})";

    /// <summary>The call of a field whose arguments are the field's own.</summary>
    public string Call(FieldModel field) => Call(field, Argument);

    /// <summary>An argument of the field, read into its C# type.</summary>
    public string Argument(ParameterModel parameter)
    {
        var shape = parameter.Shape!;
        if (shape.IsOptional)
            return InputCode.Optional(shape, "context", parameter.Name, schema);
        var name = Text.Literal(parameter.Name);
        return shape.Kind != ShapeKind.List && shape.IdentityOf is null
            ? $"context.Argument<{shape.ClrWithNull}>({name})"
            : InputCode.Read(shape, $"context.Argument<object?>({name})", schema);
    }

    /// <summary>A lambda's body that runs the query which the resolver returns.</summary>
    public string Run(FieldModel field)
    {
        var method = "global::GraphQL.Data.QueryableExtensions." + (field.Paging is null ? "ToListAsync" : "ToConnectionAsync");
        var awaited = field.Form == ResolverForm.Sync ? "" : "await ";
        var empty = field.Shape!.Nullable ? "source is null ? null : " : "";
        return $"{{ var query = {Query(field)}; var source = {awaited}{Call(field)}; "
            + $"return {empty}await {method}(source, query, context.RequestAborted); }}";
    }

    /// <summary>Turns a result into what its field completes: a page of a list, an encoded identifier, or the value itself.</summary>
    public string Finish(FieldModel field, string result)
    {
        if (field.Paging is { } paging && field.Shape!.Kind == ShapeKind.List)
        {
            var page = $"global::GraphQL.Data.Connection.FromList({result}, {Paging(paging)})";
            return field.Shape.Nullable ? $"({result} is null ? null : {page})" : page;
        }
        return field.Shape is { } shape ? Identified(shape, result) : result;
    }

    private string Identified(TypeShape shape, string value)
    {
        if (shape.Leaf.IdentityOf is not { } key)
            return value;
        if (shape.Kind == ShapeKind.List)
            return $"global::GraphQL.Execution.InputValues.Identify({value}, {TypeName(key)})";
        var encoded = $"global::GraphQL.Data.NodeId.Encode({TypeName(key)}, {value}{(shape.Nullable && shape.IsValueType ? ".Value" : "")})";
        return shape.Nullable ? $"({value} is null ? null : {encoded})" : encoded;
    }

    private string TypeName(string key) => Text.Literal(schema.Names.TryGetValue(key, out var name) ? name : "Node");

    private string Value(FieldModel field, ParameterModel parameter, Func<ParameterModel, string> argument) => parameter.Kind switch
    {
        ParameterKind.Argument => argument(parameter),
        ParameterKind.Spread => $"new {parameter.Clr}({string.Join(", ", parameter.Members.Select(member => $"{member.Member}: {argument(member)}"))})",
        ParameterKind.Parent => $"({parameter.Clr})context.Parent!",
        ParameterKind.CancellationToken => "context.RequestAborted",
        ParameterKind.User => "context.User",
        ParameterKind.Context => "context",
        ParameterKind.Paging => Paging(field.Paging!),
        ParameterKind.Query => Query(field),
        ParameterKind.DataLoader => $"context.DataLoader<{schema.DataLoaders.First(loader => loader.InterfaceName == parameter.Clr).QualifiedInterface}>()",
        _ => Service(parameter),
    };

    private static string Service(ParameterModel parameter) => parameter.Clr.EndsWith("?", StringComparison.Ordinal)
        ? $"({parameter.Clr})context.Services.GetService(typeof({parameter.Clr.TrimEnd('?')}))"
        : $"context.Service<{parameter.Clr}>()";

    private static string Paging(PagingModel paging) =>
        $"global::GraphQL.Data.PagingArguments.Create(context, {Size(paging.DefaultPageSize)}, {Size(paging.MaxPageSize)})";

    public static string Size(int? size) => size?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null";

    private string Query(FieldModel field)
    {
        var item = field.Shape!.Item!;
        var paging = field.Paging is null ? "null" : Paging(field.Paging);
        var identity = schema.Identities.ContainsKey(item.Name) ? QueryInputEmitter.IdentityOf(schema, item.Name) : "null";
        return $"global::GraphQL.Data.QueryContext.Create<{item.Clr}>(context, {paging}, {identity})";
    }
}
