using CrossAccess.Sandbox.Models;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Protocols;

internal static class ErrorStatus
{
    /// <summary>The error's own status, else its shape's, else 500 for a fault of the service and 400 for the caller's.</summary>
    public static int Of(ServiceModel? model, ServiceError error)
    {
        Shape? shape = model?.Error(error.Code);
        return error.Status ?? shape?.HttpStatus ?? (shape?.IsFault == true ? 500 : 400);
    }
}
