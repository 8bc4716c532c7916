using GraphQL.Execution.Incremental;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation.Rules;

/// <summary>Only a list is streamed.</summary>
internal sealed class StreamOnListFieldRule : ValidationRule
{
    public override string Code => "STREAM_DIRECTIVE_ON_LIST_FIELD";

    protected override string Edition => "draft";

    protected override string Section => "sec-Stream-Directives-Are-Used-On-List-Fields";

    public override void EnterField(FieldNode field)
    {
        if (IncrementalDirectives.Find(field.Directives, IncrementalDirectives.Stream) is { } stream
            && Context.Field is { } definition
            && definition.Type.Nullable is not ListType)
        {
            Report($"Directive \"@stream\" cannot be used on non-list field \"{Context.ParentType}.{definition.Name}\".", stream);
        }
    }
}
