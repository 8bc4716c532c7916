namespace EventStore;

/// <summary>What is known of a document type without its generic parameter.</summary>
internal abstract class DocumentType(Type type, string schema)
{
    public Type Type { get; } = type;
    public string TableName { get; } = $"mt_doc_{NameAlias.ForDocument(type)}";
    public string QualifiedTableName => $"{schema}.{TableName}";
}
