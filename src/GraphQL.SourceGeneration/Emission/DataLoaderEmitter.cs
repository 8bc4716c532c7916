using GraphQL.SourceGeneration.Model;

namespace GraphQL.SourceGeneration.Emission;

/// <summary>Writes the interface and the class of a data loader.</summary>
internal static class DataLoaderEmitter
{
    public static string Emit(DataLoaderModel loader)
    {
        var writer = new CodeWriter();
        if (loader.Namespace.Length > 0)
        {
            writer.Line($"namespace {loader.Namespace};");
            writer.Line();
        }
        var access = loader.IsPublic ? "public" : "internal";
        var kind = loader.IsGroup ? "Group" : "";
        writer.Line($"/// <summary>Gathers keys and loads them together with {loader.Method.Replace("global::", "")}.</summary>");
        writer.Line($"{access} interface {loader.InterfaceName} : global::GraphQL.Data.I{kind}DataLoader<{loader.KeyClr}, {loader.ValueClr}>;");
        writer.Line();
        writer.Line($"internal sealed class {loader.Name}DataLoader(global::GraphQL.Data.DataLoaderScope scope)");
        writer.Line($"    : global::GraphQL.Data.{(loader.IsGroup ? "Group" : "Batch")}DataLoader<{loader.KeyClr}, {loader.ValueClr}>(scope, {loader.MaxBatchSize}), {loader.InterfaceName}");
        writer.Open();
        var result = loader.IsGroup
            ? $"global::System.Linq.ILookup<{loader.KeyClr}, {loader.ValueClr}>"
            : $"global::System.Collections.Generic.IReadOnlyDictionary<{loader.KeyClr}, {loader.ValueClr}>";
        writer.Line($"protected override async global::System.Threading.Tasks.Task<{result}> LoadAsync(");
        writer.Line($"    global::System.Collections.Generic.IReadOnlyList<{loader.KeyClr}> keys,");
        writer.Line("    global::System.IServiceProvider services,");
        writer.Line("    global::System.Threading.CancellationToken cancellation) =>");
        var arguments = loader.Parameters.Select(Argument);
        var cast = loader.IsGroup ? "" : $"({result})";
        writer.Line($"    {cast}await {loader.Method}({string.Join(", ", arguments)});");
        writer.Close();
        return writer.ToString();
    }

    private static string Argument(ParameterModel parameter) => parameter.Kind switch
    {
        ParameterKind.Keys => "keys",
        ParameterKind.CancellationToken => "cancellation",
        _ => $"global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<{parameter.Clr}>(services)",
    };
}
