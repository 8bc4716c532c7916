using System.IO.Pipelines;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GraphQL.Server;

/// <summary>GraphQL over server-sent events, in distinct connections mode: one operation a request, an event a result, complete at the end.</summary>
internal static class EventStream
{
    public static async Task WriteAsync(HttpContext context, RequestExecutor executor, OperationRequest request, TimeSpan keepAlive, CancellationToken stopping)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = ResponseFormats.EventStream;
        context.Response.Headers.CacheControl = "no-cache";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var output = context.Response.BodyWriter;
        await context.Response.StartAsync(cancellation.Token).ConfigureAwait(false);
        await output.FlushAsync(cancellation.Token).ConfigureAwait(false);
        try
        {
            var results = executor.SubscribeAsync(request, context.RequestServices, context.User, cancellation.Token);
            await foreach (var result in results.OrQuiet(keepAlive, cancellation.Token).ConfigureAwait(false))
            {
                if (result is null)
                {
                    Write(output, ":\n\n"u8);
                    await output.FlushAsync(cancellation.Token).ConfigureAwait(false);
                    continue;
                }
                Write(output, "event: next\ndata: "u8);
                result.Write(output);
                Write(output, "\n\n"u8);
                await output.FlushAsync(cancellation.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server is stopping: the stream is completed, and the client may open it again elsewhere.
        }
        Write(output, "event: complete\ndata: \n\n"u8);
        await output.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static void Write(PipeWriter output, ReadOnlySpan<byte> text)
    {
        text.CopyTo(output.GetSpan(text.Length));
        output.Advance(text.Length);
    }
}
