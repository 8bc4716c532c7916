using System.Buffers;
using System.Collections;
using System.Text.Json;
using GraphQL.Execution.Incremental;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>Turns what resolvers return into the response, by the specification's value completion.</summary>
internal sealed class ValueCompleter(OperationExecution execution, FieldErrors errors, TypeResolver types)
{
    /// <summary>Completes a value into its slot.</summary>
    public void Complete(FieldPlan field, ValuePlan plan, ResultContainer container, int index, object? value)
    {
        if (value is null)
        {
            if (plan.IsNonNull)
            {
                errors.Add(
                    $"Cannot return null for non-nullable field {field.Parent.Name}.{field.Definition.Name}.",
                    ErrorCodes.NonNullViolation, field, container, index);
            }
            return;
        }
        switch (plan.Kind)
        {
            case ValueKind.Scalar:
                CompleteScalar(field, plan, container, index, value);
                break;
            case ValueKind.Enum:
                CompleteEnum(field, plan, container, index, value);
                break;
            case ValueKind.List:
                CompleteList(field, plan, container, index, value);
                break;
            default:
                CompleteObject(field, plan, container, index, value);
                break;
        }
    }

    private void CompleteScalar(FieldPlan field, ValuePlan plan, ResultContainer container, int index, object value)
    {
        if (plan.Accepts(value))
        {
            container[index] = value;
            return;
        }
        try
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, ResultWriter.Options))
                ((ScalarType)plan.Named).Serialize(value, writer);
            container[index] = new RawJson(buffer.WrittenSpan.ToArray());
        }
        catch (ValueCoercionException exception)
        {
            errors.Add(exception.Message, ErrorCodes.ResultInvalid, field, container, index);
        }
    }

    private void CompleteEnum(FieldPlan field, ValuePlan plan, ResultContainer container, int index, object value)
    {
        var type = (EnumType)plan.Named;
        var definition = type.FindByRuntimeValue(value) ?? (value is string name && type.Values.TryGet(name, out var named) ? named : null);
        if (definition is null)
            errors.Add($"Enum \"{type.Name}\" cannot represent value: {value}.", ErrorCodes.ResultInvalid, field, container, index);
        else
            container[index] = definition;
    }

    private void CompleteList(FieldPlan field, ValuePlan plan, ResultContainer container, int index, object value)
    {
        if (value is not IEnumerable items || value is string)
        {
            if (value is IAsyncEnumerable<object?> source)
            {
                execution.ReadItems(field, plan, container, index, source);
                return;
            }
            errors.Add(
                $"Expected a list for field {field.Parent.Name}.{field.Definition.Name}.", ErrorCodes.ResultInvalid, field, container, index);
            return;
        }
        // A lazy sequence may still read the context of its resolver, which synchronous resolvers share: it is read before the next one runs.
        var collection = items as ICollection ?? items.Cast<object?>().ToList();
        if (field.Stream is not null && execution.StreamedAfter(field, plan) is { } count && count < collection.Count)
        {
            var all = collection.Cast<object?>().ToList();
            var first = CompleteItems(field, plan, container, index, all[..count]);
            execution.Delivery!.Stream(this, field, first, AsyncItems.Of(all[count..]), isAtHand: true);
            return;
        }
        CompleteItems(field, plan, container, index, collection);
    }

    /// <summary>Completes the items of a list.</summary>
    public ListResult CompleteItems(FieldPlan field, ValuePlan plan, ResultContainer container, int index, ICollection items)
    {
        var list = new ListResult(plan.Item!, container, index, items.Count);
        container[index] = list;
        foreach (var item in items)
        {
            list.AddSlot();
            Complete(field, plan.Item!, list, list.Count - 1, item);
            if (list.IsDead)
                break;
        }
        return list;
    }

    private void CompleteObject(FieldPlan field, ValuePlan plan, ResultContainer container, int index, object value)
    {
        var type = plan.Kind == ValueKind.Object ? (ObjectType)plan.Named : types.Resolve(plan.Named, value);
        if (type is null)
        {
            errors.Add(
                $"The value for field {field.Parent.Name}.{field.Definition.Name} is of no type that \"{plan.Named.Name}\" may be.",
                ErrorCodes.ResultInvalid, field, container, index);
            return;
        }
        SelectionPlan selection;
        try
        {
            selection = field.SelectionFor(type);
        }
        catch (InputException exception)
        {
            errors.Add(exception, field, container, index);
            return;
        }
        var result = new ObjectResult(selection, container, index);
        container[index] = result;
        execution.ExecuteSelection(result, value);
    }
}
