export interface paths {
    "/api/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The places that can be asked about
         * @description Places with a plan of their own come first; then the layers they inherit from.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All places */
                200: {
                    headers: {
                        "cache-control": string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlaceList"];
                    };
                };
                /** @description This address does not take that method (`method-not-allowed`) */
                405: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Something broke on our side (`internal`) */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One place with everything it inherits, every expression parsed
         * @description Plain JSON that @junheng/entitlements evaluates, in the browser too. With `v` of the list it may be kept for ever.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Version, as the list gives it */
                    v?: string;
                };
                header?: never;
                path: {
                    /** @description Id of a place, as /api/places lists it */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The place */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Place"];
                    };
                };
                /** @description The reader has this version already */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request is not well formed (`invalid-request`) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description There is no such place (`unknown-place`) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description This address does not take that method (`method-not-allowed`) */
                405: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Something broke on our side (`internal`) */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/{id}/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What one household is entitled to
         * @description For other programs. The family page never calls it: it evaluates in the browser, so that a family’s answers stay on its phone. Nothing sent here is kept or logged.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of a place, as /api/places lists it */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EntitlementsRequest"];
                };
            };
            responses: {
                /** @description One answer per benefit and person it is for */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Entitlements"];
                    };
                };
                /** @description The request is not well formed (`invalid-request`); The body is not JSON (`not-json`) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description There is no such place (`unknown-place`) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description This address does not take that method (`method-not-allowed`) */
                405: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The body is too large (`body-too-large`) */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The content type is not taken (`unsupported-media-type`) */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Part of the situation cannot be read (`invalid-situation`); The public holidays of that year are not published yet (`calendar-not-published`) */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Something broke on our side (`internal`) */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/{id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which clause of the plan is carried out by what */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of a place, as /api/places lists it */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Every clause of the plan, with what carries it out and what is so far only promised */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Coverage"];
                    };
                };
                /** @description The request is not well formed (`invalid-request`) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description There is no such place (`unknown-place`) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description This address does not take that method (`method-not-allowed`) */
                405: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Something broke on our side (`internal`) */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/{a}/diff/{b}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two places, benefit by benefit */
        get: {
            parameters: {
                query: {
                    /** @description The day whose amounts are compared */
                    on: string;
                };
                header?: never;
                path: {
                    /** @description Id of a place, as /api/places lists it */
                    a: string;
                    /** @description Id of a place, as /api/places lists it */
                    b: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What only one of them has, and where they differ */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlaceDiff"];
                    };
                };
                /** @description The request is not well formed (`invalid-request`) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description There is no such place (`unknown-place`) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description This address does not take that method (`method-not-allowed`) */
                405: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Something broke on our side (`internal`) */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schema/situation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** JSON Schema of a household’s situation */
        get: {
            parameters: {
                query?: {
                    /** @description Only what this place asks about; default all places */
                    place?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description JSON Schema, draft 2020-12 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/schema+json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description The request is not well formed (`invalid-request`) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description There is no such place (`unknown-place`) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description This address does not take that method (`method-not-allowed`) */
                405: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Something broke on our side (`internal`) */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Administrative regions: one level down, or by name
         * @description Give `parent` (000000 for the provinces), `q`, or `code`; with none, the provinces.
         */
        get: {
            parameters: {
                query?: {
                    parent?: string;
                    q?: string;
                    code?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The regions, at most 50 for a search */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegionList"];
                    };
                };
                /** @description The request is not well formed (`invalid-request`) */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description There is no such region code (`unknown-region`) */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description This address does not take that method (`method-not-allowed`) */
                405: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Something broke on our side (`internal`) */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        PlaceList: {
            places: components["schemas"]["PlaceSummary"][];
        };
        PlaceSummary: {
            id: string;
            region: number;
            name: components["schemas"]["Text"];
            regionPath: string;
            /** @description The plan it carries out; null for a layer that only others inherit */
            plan: {
                title: string;
                issuer: string | null;
                issued: string | null;
                /** @enum {string} */
                status: "in-force" | "draft";
                confidence: components["schemas"]["Confidence"];
                note: components["schemas"]["Text"] & (Record<string, never> | null);
            } | null;
            /** @description How many benefits it knows, inherited ones included */
            benefits: number;
            /** @description How many of them rest on an unconfirmed or single source */
            unconfirmed: number;
            /** @description Changes whenever anything of the place changes */
            version: string;
            /** @description Address of the resolved place at this version; may be kept for ever */
            href: string;
        };
        Text: {
            zh: string;
            en: string;
        };
        /** @enum {string} */
        Confidence: "confirmed" | "single-source" | "unconfirmed";
        Problem: {
            /**
             * @description Address of a page about it
             * @example /problems/unknown-place
             */
            type: string;
            /** @example 没有这个地方 */
            title: string;
            /** @example 404 */
            status: number;
            detail: string;
            errors: {
                /** @example children[0].birthDate */
                path: string;
                message: string;
            }[];
            requestId: string;
        };
        Place: {
            id: string;
            region: number;
            name: components["schemas"]["Text"];
            lineage: string[];
            documents: ({
                id: string;
            } & {
                [key: string]: unknown;
            })[];
            plan: string | null;
            facts: ({
                name: string;
            } & {
                [key: string]: unknown;
            })[];
            benefits: ({
                id: string;
            } & {
                [key: string]: unknown;
            })[];
            parameters: ({
                id: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        Entitlements: {
            place: string;
            on: string;
            answers: components["schemas"]["Answer"][];
        };
        Answer: {
            id: string;
            label: components["schemas"]["Text"];
            official: string | null;
            /** @enum {string} */
            kind: "cash-once" | "cash-periodic" | "leave" | "loan" | "discount" | "tax" | "insurance" | "priority" | "service";
            /**
             * @description Only `entitled` is a right
             * @enum {string}
             */
            force: "entitled" | "encouraged" | "explored" | "discretionary" | "by-consent";
            topic: string;
            subject: {
                /** @enum {string} */
                type: "household" | "mother" | "father" | "child" | "member" | "institution" | "worker" | "firm";
                index: number | null;
                label: components["schemas"]["Text"];
            };
            status: components["schemas"]["Status"];
            statusLabel: components["schemas"]["Text"];
            /** @description In the unit; yuan for CNY */
            amount: number | null;
            /** @description Exact whole fen, for CNY */
            amountFen: number | null;
            amountTo: number | null;
            /** @enum {string|null} */
            unit: "CNY" | "day" | "month" | "percent" | "times" | "square-metre" | null;
            /** @enum {string|null} */
            per: "once" | "day" | "month" | "semester" | "year" | "birth" | "child" | "case" | null;
            /** @enum {string|null} */
            comparator: "exactly" | "at-least" | "at-most" | "range" | null;
            amountText: components["schemas"]["Text"];
            /**
             * Format: date
             * @example 2026-03-02
             */
            from: string | null;
            /**
             * Format: date
             * @description First day after it
             * @example 2026-03-02
             */
            to: string | null;
            /**
             * Format: date
             * @example 2026-03-02
             */
            lastDay: string | null;
            periods: components["schemas"]["Period"][];
            source: components["schemas"]["SourceRef"] & {
                title: string;
                confidence: components["schemas"]["Confidence"];
                draft: boolean;
            };
            missing: components["schemas"]["MissingFact"][];
            /** @description Needed for a stretch that begins within the coming months */
            missingSoon: components["schemas"]["MissingFact"][];
            reason: components["schemas"]["Text"];
            why: components["schemas"]["Text"] & (Record<string, never> | null);
            conditions: components["schemas"]["ConditionAnswer"][];
            payer: components["schemas"]["Text"] & (Record<string, never> | null);
            provider: components["schemas"]["Text"] & (Record<string, never> | null);
            claim: {
                how: components["schemas"]["Text"];
                where: components["schemas"]["Text"] & (Record<string, never> | null);
                papers: components["schemas"]["Text"][];
                /**
                 * Format: date
                 * @example 2026-03-02
                 */
                opens: string | null;
                /**
                 * Format: date
                 * @example 2026-03-02
                 */
                closes: string | null;
            } | null;
            note: components["schemas"]["Text"] & (Record<string, never> | null);
            excludedBy: string | null;
        };
        /** @enum {string} */
        Status: "eligible" | "ineligible" | "incomplete";
        /** @description A stretch of days with one answer; half-open, null = unbounded */
        Period: {
            /**
             * Format: date
             * @example 2026-03-02
             */
            from: string | null;
            /**
             * Format: date
             * @example 2026-03-02
             */
            to: string | null;
            status: components["schemas"]["Status"];
            amount: number | null;
            amountFen: number | null;
            amountTo: number | null;
        };
        SourceRef: {
            document: string;
            clause: string;
        };
        MissingFact: {
            fact: string;
            index: number | null;
            label: components["schemas"]["Text"];
            question: components["schemas"]["Text"];
        };
        ConditionAnswer: {
            id: string;
            /** @enum {string} */
            status: "holds" | "fails" | "unknown";
            sentence: components["schemas"]["Text"];
            source: components["schemas"]["SourceRef"];
            missing: string[];
            facts: {
                name: string;
                label: components["schemas"]["Text"];
                value: boolean | number | string | null;
                shown: components["schemas"]["Text"];
            }[];
        };
        EntitlementsRequest: {
            /**
             * @description The household as /api/schema/situation describes it; a fact left out is unknown, never false
             * @example {
             *       "children": [
             *         {
             *           "birthDate": "2025-03-02",
             *           "birthOrder": 2
             *         }
             *       ]
             *     }
             */
            situation: {
                [key: string]: unknown;
            };
            /**
             * Format: date
             * @description The day the answer is asked for
             * @example 2026-03-02
             */
            on: string;
            /**
             * @description Language of error messages
             * @enum {string}
             */
            lang?: "zh" | "en";
        };
        Coverage: {
            [key: string]: unknown;
        };
        PlaceDiff: {
            [key: string]: unknown;
        };
        RegionList: {
            regions: components["schemas"]["Region"][];
        };
        Region: {
            /** @example 421202 */
            code: number;
            /** @example 咸安区 */
            name: string;
            /** @example 湖北省 咸宁市 咸安区 */
            path: string;
            hasChildren: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
