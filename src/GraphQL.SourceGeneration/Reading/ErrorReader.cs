using GraphQL.SourceGeneration.Model;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>Reads the errors that a mutation declares.</summary>
internal sealed class ErrorReader(TypePool pool, List<DiagnosticModel> diagnostics)
{
    public List<ErrorModel> Read(IMethodSymbol method)
    {
        var errors = new List<ErrorModel>();
        foreach (var symbol in new ISymbol[] { method, method.ContainingType })
        {
            foreach (var declared in symbol.GetAttributes().Select(Declared).OfType<INamedTypeSymbol>())
                errors.AddRange(ReadOne(declared, SourceLocation.Of(symbol)).Where(error => !errors.Contains(error)));
        }
        return errors;
    }

    private static INamedTypeSymbol? Declared(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { Name: "ErrorAttribute" } type || type.ContainingNamespace.ToDisplayString() != "GraphQL")
            return null;
        return (type.TypeArguments.FirstOrDefault() ?? attribute.ConstructorArguments.FirstOrDefault().Value) as INamedTypeSymbol;
    }

    private List<ErrorModel> ReadOne(INamedTypeSymbol type, SourceLocation location)
    {
        var key = Symbols.Key(type);
        if (Symbols.IsException(type))
        {
            pool.AddError(type, isException: true);
            return [new ErrorModel(key, key, null)];
        }
        var factories = type.GetMembers("CreateErrorFrom").OfType<IMethodSymbol>()
            .Where(method => method.IsStatic && method.Parameters.Length == 1 && Symbols.IsException(method.Parameters[0].Type))
            .Select(method => Made(method, $"{key}.CreateErrorFrom"));
        var constructors = type.InstanceConstructors
            .Where(method => method.Parameters.Length == 1 && Symbols.IsException(method.Parameters[0].Type))
            .Select(method => Made(method, $"new {key}"));
        var made = factories.Concat(constructors).ToList();
        var hasMessage = Symbols.Properties(type).Any(property => property.Name == "Message" && property.Type.SpecialType == SpecialType.System_String);
        if (made.Count > 0 && hasMessage)
            pool.AddError(type, isException: false);
        else if (DiagnosticModel.Create(GraphQLDiagnostics.InvalidError, location, Symbols.Readable(type)) is var wrong && !diagnostics.Contains(wrong))
            diagnostics.Add(wrong);
        return made;

        ErrorModel Made(IMethodSymbol method, string factory) =>
            new(key, Symbols.Key(method.Parameters[0].Type), factory);
    }
}
