using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Notifications;

namespace Engagement.Host.Mail;

/// <summary>
/// Where mail services tell what became of a message after they took it: GOV.UK Notify by its callback for delivery receipts, and a mail server by handing on
/// what came back to the sender's mailbox. Each with the bearer token that is configured; without one there is no such place.
/// </summary>
internal static class DeliveryReceipts
{
    public const string Path = "/mail-receipts";

    private const int Largest = 1024 * 1024;

    public static void UseDeliveryReceipts(this IApplicationBuilder application, MailSettings settings)
    {
        if (settings.ReceiptsToken is not { } token)
            return;

        var right = SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {token}"));
        application.Map(Path, receipts => receipts.Run(async context =>
        {
            context.Response.StatusCode = !HttpMethods.IsPost(context.Request.Method)
                ? StatusCodes.Status405MethodNotAllowed
                : !IsRight(context.Request, right)
                    ? StatusCodes.Status401Unauthorized
                    : await TakeAsync(context);
        }));
    }

    private static bool IsRight(HttpRequest request, byte[] right) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())), right);

    private static async Task<int> TakeAsync(HttpContext context)
    {
        if (await ReadAsync(context.Request, context.RequestAborted) is not { } body)
            return StatusCodes.Status413PayloadTooLarge;

        ReturnedMail? returned;
        switch (context.Request.Path.Value)
        {
            case "/notify":
                if (!TryReadNotify(body, out returned))
                    return StatusCodes.Status400BadRequest;
                break;
            case "/dsn":
                returned = ReturnedMail.Read(new MemoryStream(body));
                break;
            default:
                return StatusCodes.Status404NotFound;
        }

        var bounces = context.RequestServices.GetRequiredService<NotificationBounces>();
        switch (returned)
        {
            case { IsForGood: true }:
                await bounces.RefusedAsync(returned.MessageId, returned.Reason, context.RequestAborted);
                break;
            case { IsForGood: false }:
                await bounces.LostAsync(returned.MessageId, returned.Reason, context.RequestAborted);
                break;
        }

        // Also of what is none of ours: told again, it would be no more of it.
        return StatusCodes.Status204NoContent;
    }

    /// <summary>Null where it is too large to be one.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (content.Length + read > Largest)
                return null;
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    /// <summary>False where it is no receipt of GOV.UK Notify; null is one of a message that arrived.</summary>
    private static bool TryReadNotify(byte[] body, out ReturnedMail? returned)
    {
        returned = null;
        try
        {
            if (JsonNode.Parse(body) is not JsonObject receipt || receipt["status"]?.GetValue<string>() is not { } status)
                return false;
            if (status is "permanent-failure" or "temporary-failure" or "technical-failure" && receipt["reference"]?.GetValue<string>() is { } reference)
                returned = new ReturnedMail(reference, status, IsForGood: status is "permanent-failure");
            return true;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
