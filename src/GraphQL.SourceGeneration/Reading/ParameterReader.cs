using GraphQL.SourceGeneration.Model;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>Decides what each parameter of a resolver is given.</summary>
internal sealed class ParameterReader(TypePool pool, List<DiagnosticModel> diagnostics, CancellationToken cancellation)
{
    /// <summary>Reads all parameters, or gives null after it has reported what is wrong.</summary>
    public List<ParameterModel>? Read(IMethodSymbol method, INamedTypeSymbol? parent)
    {
        var parameters = new List<ParameterModel>();
        foreach (var parameter in method.Parameters)
        {
            if (ReadOne(parameter, parent) is not { } model)
                return null;
            parameters.Add(model);
        }
        return parameters;
    }

    private ParameterModel? ReadOne(IParameterSymbol parameter, INamedTypeSymbol? parent)
    {
        if (Attributes.Has(parameter, "ParentAttribute"))
            return Parent(parameter, parent);
        if (Attributes.Has(parameter, "ServiceAttribute"))
            return Model(parameter, ParameterKind.Service);
        if (Attributes.Has(parameter, "SpreadAttribute"))
            return Spread(parameter);
        if (IsDataLoader(parameter.Type))
            return Model(parameter, ParameterKind.DataLoader);
        switch (Symbols.FullName(parameter.Type))
        {
            case "System.Threading.CancellationToken":
                return Model(parameter, ParameterKind.CancellationToken);
            case "System.Security.Claims.ClaimsPrincipal":
                return Model(parameter, ParameterKind.User);
            case "GraphQL.Data.PagingArguments":
                return Model(parameter, ParameterKind.Paging);
            case "GraphQL.Data.QueryContext`1":
                return Model(parameter, ParameterKind.Query);
            case "GraphQL.Execution.IResolverContext":
                return Model(parameter, ParameterKind.Context);
        }
        if (parameter.RefKind == RefKind.None && pool.Input(parameter.Type, Attributes.Identity(parameter)) is { } shape)
            return Model(parameter, ParameterKind.Argument) with { Shape = shape, DefaultValue = DefaultValues.Literal(parameter) };
        if (IsService(parameter))
            return Model(parameter, ParameterKind.Service);
        if (parameter.Type.TypeKind != TypeKind.Error)
            Report(GraphQLDiagnostics.UnsupportedParameter, parameter, parameter.Name, Symbols.Readable(parameter.Type));
        return null;
    }

    private ParameterModel? Parent(IParameterSymbol parameter, INamedTypeSymbol? parent)
    {
        if (parent is not null && (Symbols.BasesOf(parent).Concat(parent.AllInterfaces).Any(candidate => SymbolEqualityComparer.Default.Equals(candidate, parameter.Type))))
            return Model(parameter, ParameterKind.Parent);
        Report(
            GraphQLDiagnostics.InvalidParent, parameter, parameter.Name, parent is null ? "none: a root field has no parent" : Symbols.Readable(parent));
        return null;
    }

    private ParameterModel? Spread(IParameterSymbol parameter)
    {
        var identities = Attributes.IdentitiesOfMembers(parameter);
        var members = parameter.Type is INamedTypeSymbol { IsRecord: true } type ? pool.Spread(type, identities).ToList() : [];
        if (members.Count == 0 || identities.Keys.Except(members.Select(member => member.Member)).Any())
        {
            Report(GraphQLDiagnostics.InvalidSpread, parameter, parameter.Name, Symbols.Readable(parameter.Type));
            return null;
        }
        if (members.Find(member => member.Shape is null) is { } unknown)
        {
            Report(GraphQLDiagnostics.UnsupportedParameter, parameter, $"{parameter.Name}.{unknown.Member}", unknown.Clr);
            return null;
        }
        return Model(parameter, ParameterKind.Spread) with
        {
            Clr = Symbols.ClrWithoutNull(parameter.Type),
            Members = members.Select(member => new ParameterModel(
                ParameterKind.Argument, member.Member, member.Name, member.Clr, member.Shape, member.DefaultValue, member.Documentation, member.Deprecation)).ToEquatable(),
        };
    }

    // The generator itself makes the loader's interface, so the compiler does not know it yet when the generator runs.
    private static bool IsDataLoader(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Error or TypeKind.Interface
        && type.Name.StartsWith("I", StringComparison.Ordinal)
        && type.Name.EndsWith("DataLoader", StringComparison.Ordinal);

    private static bool IsService(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None
        && parameter.Type.TypeKind is TypeKind.Class or TypeKind.Interface
        && parameter.Type.SpecialType != SpecialType.System_Object
        && !parameter.Type.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal)
        && !parameter.Type.IsRecord;

    private ParameterModel Model(IParameterSymbol parameter, ParameterKind kind) => new(
        kind,
        parameter.Name,
        Attributes.Name(parameter) ?? Names.Camel(parameter.Name),
        kind == ParameterKind.DataLoader ? parameter.Type.Name : Symbols.Clr(parameter.Type),
        null,
        null,
        kind == ParameterKind.Argument
            ? DocumentationText.OfParameter(parameter, parameter.ContainingSymbol, parameter.Name, cancellation)
            : Documentation.None,
        Attributes.Deprecation(parameter));

    private void Report(DiagnosticDescriptor descriptor, IParameterSymbol parameter, params string[] arguments) =>
        diagnostics.Add(DiagnosticModel.Create(descriptor, SourceLocation.Of(parameter), arguments));
}
