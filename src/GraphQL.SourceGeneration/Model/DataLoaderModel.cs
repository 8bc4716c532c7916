namespace GraphQL.SourceGeneration.Model;

/// <summary>A static method that loads many values by their keys.</summary>
/// <param name="Namespace">The namespace of the class that declares it, empty for the global one.</param>
/// <param name="Name">The name without Get and Async, such as WaveById.</param>
/// <param name="IsPublic">Whether the loader's interface can be public: its key and value are.</param>
/// <param name="Method">The method, fully qualified.</param>
/// <param name="KeyClr">The key's type.</param>
/// <param name="ValueClr">The type of one value.</param>
/// <param name="IsGroup">Whether a key has many values.</param>
/// <param name="MaxBatchSize">The most keys in one call.</param>
/// <param name="Parameters">The method's parameters.</param>
/// <param name="Diagnostics">What is wrong with it; when there is anything, no loader is made.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record DataLoaderModel(
    string Namespace,
    string Name,
    bool IsPublic,
    string Method,
    string KeyClr,
    string ValueClr,
    bool IsGroup,
    int MaxBatchSize,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<DiagnosticModel> Diagnostics,
    SourceLocation Location)
{
    public string InterfaceName => $"I{Name}DataLoader";

    public string QualifiedInterface => Namespace.Length == 0 ? $"global::{InterfaceName}" : $"global::{Namespace}.{InterfaceName}";

    public string QualifiedClass => Namespace.Length == 0 ? $"global::{Name}DataLoader" : $"global::{Namespace}.{Name}DataLoader";
}
