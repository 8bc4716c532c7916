namespace GraphQL.Execution.Incremental;

/// <summary>An item of a streamed list.</summary>
/// <param name="stream">The stream.</param>
/// <param name="number">Its place in the list; null for what is wrong with the stream as a whole.</param>
internal sealed class StreamedItem(ItemStream stream, int? number) : Part(stream.List)
{
    public override bool IsNullable(int index) => !stream.List.ItemPlan.IsNonNull;

    public override object? Key(int index) => number;

    protected override void Finish() => stream.Deliver();
}
