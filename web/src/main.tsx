import '@/app/nonce'
import 'antd/dist/reset.css'
import '@/app/global.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Providers } from '@/app/Providers'
import { router } from '@/app/router'
import { preferredLanguage, startI18n } from '@/shared/i18n'

await startI18n(preferredLanguage())

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  )
